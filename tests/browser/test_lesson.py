"""The lesson in a real browser: walked to its end by keyboard alone, and on a phone that keeps nothing."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import DRAWABLE, ON_A_PHONE, PHONE, eventually, open_at, settled, touch, within

RAIL = "[data-testid=lesson-rail][data-ready=true]"
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.getAttribute("aria-label") || at?.textContent || "";
}"""
KEEP_NOTHING = """for (const way of ["getItem", "setItem"]) {
  Storage.prototype[way] = () => { throw new DOMException("refused", "SecurityError"); };
}"""
KEPT_PLACES = "JSON.parse(localStorage['aemodels-lesson']).steps[5].places?.length"
MOST_TABS = 90


def press(page: Page, words: str, key: str = "Enter") -> None:
    """Go by Tab to what carries some words, and press a key there."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if words in page.evaluate(FOCUSED):
            page.keyboard.press(key)
            return
    raise AssertionError(f"No Tab leads to “{words}”.")


def done(page: Page, count: int) -> None:
    expect(page.get_by_test_id("lesson-tasks").last).to_have_attribute("data-done", str(count))


@pytest.fixture
def page(visit, address):
    return open_at(visit(), f"{address}/lesson", RAIL)


def test_the_keyboard_alone_walks_to_the_end(page, tmp_path):
    expect(page.get_by_role("button", name="To the five questions")).to_be_visible()
    press(page, "A digit, but blurred or changed")
    page.locator(DRAWABLE).wait_for()
    press(page, "Drawing pad", "Space")
    for key in ["ArrowDown"] * 8:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    done(page, 1)
    press(page, "Keep 30 numbers", "ArrowRight")
    page.keyboard.press("Enter")
    done(page, 2)
    press(page, "Compare")
    expect(page.get_by_test_id("lesson-compare")).to_be_focused()
    expect(page.get_by_test_id("lesson-compare")).to_contain_text("your guess")
    press(page, "Next: 2. PCA")
    for number in range(2, 11):
        expect(page.get_by_role("heading", name=f"{number}. ")).to_be_visible()
        settled(page)
        press(page, "I know this")
    quiz = page.get_by_test_id("lesson-quiz")
    expect(quiz).to_contain_text("0 of 5 answered")
    for question in quiz.locator("fieldset").all():
        press_first_answer(page, question)
    press(page, "Show which are right")
    expect(quiz).to_contain_text("Right: 1 of 5.")
    expect(quiz).to_contain_text("In step 4, one number changed strokes all over your digit.")
    expect(quiz.get_by_role("radio").first).to_be_disabled()
    press(page, "See your certificate")
    certificate = page.get_by_test_id("lesson-certificate")
    expect(certificate).to_contain_text("1 of 10 steps done")
    press(page, "Your name", "A")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(certificate).to_contain_text("after: 1 of 5 right")
    with page.expect_download() as download:
        press(page, "Save my answers")
    path = tmp_path / "ada.json"
    download.value.save_as(path)
    saved = json.loads(path.read_text())
    assert saved["name"] == "A"
    assert len(saved["after"]) == 5
    assert saved["steps"]["1"]["guess"] == {"kind": "choice", "choice": "digit"}
    press(page, "A class's answers")
    page.get_by_label("Answer files of your class").set_input_files(path)
    expect(page.get_by_role("row").last).to_contain_text("A digit, but blurred or changed")
    page.reload()
    expect(page.get_by_test_id("lesson-rail")).to_contain_text("1 of 10 done")


def test_what_was_seen_on_the_plane_outlives_a_reload(visit, address):
    page = open_at(visit(), f"{address}/lesson?step=5&z1=-6.6&z2=5.1", RAIL)
    page.get_by_role("button", name="I can't guess").click()
    page.get_by_role("button", name="No digit").click()
    expect(page.get_by_text("Here you saw: no digit")).to_be_visible()
    eventually(page, lambda: page.evaluate(KEPT_PLACES) == 1, "the browser keeps the place")
    page.reload()
    expect(page.get_by_text("Here you saw: no digit")).to_be_visible()


def press_first_answer(page: Page, question) -> None:
    first = question.locator("input").first
    while not first.evaluate("input => input.getRootNode().activeElement === input"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")


def test_a_phone_that_keeps_nothing_loses_nothing_but_progress(visit, address):
    phone = visit(**ON_A_PHONE)
    phone.page.add_init_script(KEEP_NOTHING)
    page = open_at(phone, f"{address}/lesson?step=3", RAIL)
    page.get_by_role("button", name="That's my guess").tap()
    pad = page.get_by_test_id("digit-pad")
    page.locator(DRAWABLE).wait_for()
    pad.scroll_into_view_if_needed()
    finger = touch(page)
    finger("touchStart", within(pad, 0.3, 0.25))
    for place in ((0.5, 0.25), (0.7, 0.25), (0.6, 0.5), (0.45, 0.8)):
        finger("touchMove", within(pad, *place))
    finger("touchEnd")
    done(page, 1)
    page.get_by_role("radio", name="Deep network", exact=True).tap()
    done(page, 2)
    page.get_by_role("button", name="Less on PCA's map").tap()
    done(page, 3)
    task = page.get_by_test_id("lesson-tasks").bounding_box()
    assert 0 < task["y"] < PHONE["height"], "the task stays in view"
    page.get_by_role("button", name="Compare").tap()
    expect(page.get_by_test_id("lesson-compare")).to_contain_text("58 % of PCA's error")
    expect(page.get_by_test_id("lesson-compare")).to_be_in_viewport()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Next: 4. Code").tap()
    expect(page.get_by_role("heading", name="4. ")).to_be_visible()
    rail = page.get_by_test_id("lesson-rail")
    expect(rail).to_contain_text("1 of 10 done")
    expect(rail).to_contain_text("This browser keeps nothing")
