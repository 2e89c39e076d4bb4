"""Models that a student trains and keeps: shown in the real browser beside the others, and nowhere else."""

import pickle
import re

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import (
    SEVEN,
    at_rest,
    changed,
    draw,
    eventually,
    frames,
    frames_to_server,
    open_at,
    pixels,
    settled,
    within,
)

NAME = "Squirrel"
QUICK = "train_widths=16&train_code=2&train_kind=variational&train_pictures=100&train_batch=16"
STEPS = 30


def own(page: Page) -> Locator:
    return page.get_by_test_id("own-models")


def keep_one(page: Page) -> None:
    """Train for a moment, and keep what has come of it."""
    stage = page.get_by_test_id("training")
    page.get_by_test_id("training-run").click()
    eventually(page, lambda: int(stage.get_attribute("data-step")) >= STEPS, f"{STEPS} steps")
    page.get_by_test_id("training-run").click()
    page.get_by_test_id("training-name").fill(NAME)
    page.get_by_role("button", name="Keep in this browser").click()
    expect(page.get_by_test_id("training-taken")).to_contain_text(f"“{NAME}” is kept")


def go(page: Page, title: str) -> None:
    """Go to a page by the menu, and wait for what the student has there."""
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
    expect(page).to_have_url(re.compile(title.lower().replace(" ", "_")))
    settled(page)
    expect(own(page).get_by_text(NAME)).to_be_visible()


def test_a_kept_model_follows_the_hand_is_removed_and_comes_back_from_its_file(address, visit, tmp_path):
    mine = visit()
    sent, requests = frames_to_server(mine.page), []
    mine.page.on("request", lambda request: requests.append((request.method, request.url)))
    page = open_at(mine, f"{address}/train_one?{QUICK}", "[data-testid=training][data-ready]")
    settled(page)
    frames(page, 60)
    before = len(sent)
    keep_one(page)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Save as a file").click()
    caught.value.save_as(tmp_path / "squirrel.safetensors")
    assert len(sent) == before, "training and keeping send nothing"
    page.goto(f"{address}/reconstruct")
    expect(own(page)).to_contain_text("784 → 16 → 2, variational (β = 1)")
    before = at_rest(page, "own-picture")
    draw(page, SEVEN, lift=False)
    unfinished = changed(page, "own-picture", before)
    page.mouse.move(600, 700, steps=5)
    page.mouse.up()
    changed(page, "own-picture", unfinished)
    expect(own(page)).to_contain_text(re.compile(r"error 0\.\d{4}"))
    other = open_at(visit(), f"{address}/reconstruct")
    expect(own(other).get_by_text(NAME)).to_be_visible()
    own(page).get_by_role("button", name=f"Remove “{NAME}”").click()
    for each in (page, other):
        expect(own(each)).to_contain_text("Train your own: it then appears here.")
    own(page).get_by_role("button", name="Undo").click()
    for each in (page, other):
        expect(own(each).get_by_test_id("own-model")).to_have_count(1)
    own(page).get_by_role("button", name=f"Remove “{NAME}”").click()
    own(page).get_by_role("link", name="Train your own").click()
    chooser = page.get_by_test_id("training-file")
    chooser.set_input_files({"name": "a", "mimeType": "", "buffer": pickle.dumps(list(range(100)))})
    expect(page.get_by_test_id("training-taken")).to_contain_text("This file is a pickle")
    chooser.set_input_files(tmp_path / "squirrel.safetensors")
    expect(page.get_by_test_id("training-taken")).to_contain_text(f"“{NAME}” is loaded")
    go(page, "Reconstruct")
    assert {method for method, _ in requests} == {"GET"}
    assert not any(NAME in url for _, url in requests)
    said = [frame.encode() if isinstance(frame, str) else frame for frame in sent]
    assert said
    assert not any(NAME.encode() in frame for frame in said)
    assert sum(map(len, said)) < (tmp_path / "squirrel.safetensors").stat().st_size / 2


def test_it_is_on_every_page_that_it_fits(address, visit):
    page = open_at(visit(), f"{address}/train_one?{QUICK}", "[data-testid=training][data-ready]")
    keep_one(page)
    go(page, "Denoise")
    before = at_rest(page, "own-picture")
    page.get_by_role("button", name="Draw an 8 for me").click()
    changed(page, "own-picture", before)
    go(page, "Between two digits")
    expect(page.get_by_test_id("own-way").locator("canvas")).to_have_count(9)
    go(page, "Latent plane")
    before = at_rest(page, "own-decoded")
    board = page.get_by_test_id("own-plane")
    board.scroll_into_view_if_needed()
    page.mouse.move(*within(board, 0.9, 0.1), steps=5)
    by_hand = changed(page, "own-decoded", before)
    board.focus()
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    changed(page, "own-decoded", by_hand)
    go(page, "Sample")
    first = pixels(page, "own-sample")
    own(page).get_by_role("button", name="Shuffle").click()
    eventually(page, lambda: pixels(page, "own-sample") != first, "another sample is shown")
