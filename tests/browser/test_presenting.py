"""Terms that explain themselves, and a class led by keys, in a real browser."""

from playwright.sync_api import expect

from tests.support.browser import ON_A_PHONE, draw, open_at, settled
from ui.glossary import TERMS

LINKS = "a[href^='glossary?term=']"
FIRST, SECOND = "autoencoder", "reconstruction-error"
APART = """card => {
    const box = card.getBoundingClientRect();
    const link = document.querySelector("a[aria-describedby]").getBoundingClientRect();
    return box.top >= link.bottom || box.bottom <= link.top;
}"""


def term(page, name):
    return page.locator(f'a[href="glossary?term={name}"]').first


def test_a_term_explains_itself_to_mouse_keyboard_and_finger(address, visit):
    page = open_at(visit(), f"{address}/for_teachers", LINKS)
    card = page.get_by_test_id("term-card")
    expect(card).to_have_attribute("data-ready", "true")
    term(page, FIRST).hover()
    expect(card).to_contain_text(TERMS[FIRST].definition)
    expect(card.locator("svg")).to_be_visible()
    assert card.evaluate(APART)
    expect(term(page, FIRST)).to_have_accessible_description(f"{TERMS[FIRST].title}: {TERMS[FIRST].definition}")
    card.hover()  # it stays while the mouse is on it
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(0, 0)
    page.keyboard.press("Shift+Tab")
    term(page, SECOND).focus()
    expect(card).to_contain_text(TERMS[SECOND].definition)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    phone = open_at(visit(**ON_A_PHONE), f"{address}/for_teachers", LINKS)
    expect(phone.get_by_test_id("term-card")).to_have_attribute("data-ready", "true")
    term(phone, FIRST).tap()
    expect(phone.get_by_test_id("term-card")).to_contain_text(TERMS[FIRST].definition)
    phone.get_by_role("heading", name="For teachers").tap()
    expect(phone.get_by_test_id("term-card")).to_be_hidden()
    assert len(phone.context.pages) == 1, "a tap explains and leads nowhere"


def test_a_class_is_led_by_keys_from_page_to_page(address, visit):
    page = open_at(visit(), f"{address}/denoise?present=1")
    bar, menu = page.get_by_role("navigation", name="Presenter"), page.get_by_test_id("stSidebar")
    expect(bar).to_be_visible()
    expect(menu).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(page).to_have_url(f"{address}/sentences?present=1")
    settled(page)
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(f"{address}/denoise?present=1")
    settled(page)
    draw(page, [(0.3, 0.25), (0.7, 0.25), (0.45, 0.8)])
    page.keyboard.press("PageDown")  # belongs to the pad
    page.keyboard.press("q")
    page.mouse.click(5, 5)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("q")
    expect(page.get_by_role("dialog")).to_contain_text("/denoise")
    expect(page.get_by_role("dialog").locator("svg")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    expect(notes.get_by_role("heading", name="Denoise")).to_be_visible()
    notes.keyboard.press("PageDown")
    expect(notes.get_by_role("heading", name="Sentences")).to_be_visible()
    notes.close()
    settled(page)
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    expect(menu).to_be_visible()
    expect(page).to_have_url(f"{address}/sentences")
