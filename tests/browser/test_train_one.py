"""A network trained in a real Chromium by its real worker, under the hand of a student."""

import re
from zipfile import ZipFile

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.support.browser import DRAWABLE, ON_A_PHONE, changed, eventually, frames, frames_to_server, open_at, pixels

READY = "[data-testid=training][data-ready]"
SMALL = "train_widths=16&train_code=8&train_pictures=100&train_batch=16"
WITH_SETTINGS = re.compile("[?&]train_")
COPIES = [f"training-rebuilt-{index}" for index in range(8)]


def opened(visit, address: str, query: str = SMALL, **screen) -> tuple[Page, Locator]:
    page = open_at(visit(**screen), f"{address}/train_one?{query}", READY)
    return page, page.get_by_test_id("training")


def press(page: Page, name: str) -> None:
    page.get_by_test_id(f"training-{name}").click()


def step(stage: Locator) -> int:
    return int(stage.get_attribute("data-step"))


def error(stage: Locator) -> float:
    return float(stage.get_attribute("data-error"))


def trained(page: Page, stage: Locator, steps: int) -> None:
    eventually(page, lambda: step(stage) >= steps, f"{steps} steps")


def paused(page: Page, stage: Locator) -> int:
    """Pause, and return the step once it rests there."""
    press(page, "run")
    expect(stage).to_have_attribute("data-state", "paused")
    frames(page, 30)
    return step(stage)


def copies(page: Page) -> list[bytes]:
    return [pixels(page, name) for name in COPIES]


def test_one_tap_takes_settings_the_next_trains_and_the_copies_change(address, visit):
    page, stage = opened(visit, address)
    start, before = error(stage), copies(page)
    press(page, "preset-readable")
    frames(page, 30)
    expect(stage).to_have_attribute("data-state", "ready")
    assert step(stage) == 0
    press(page, "run")
    expect(stage).to_have_attribute("data-state", "running")
    expect(page.get_by_test_id("training-story")).to_contain_text("32 numbers")
    trained(page, stage, 20)
    assert error(stage) < start / 2
    assert all(one != other for one, other in zip(before, copies(page), strict=True))
    expect(page.get_by_test_id("training-result")).to_contain_text("PCA with as many numbers: 0.0")
    expect(page).not_to_have_url(WITH_SETTINGS)
    press(page, "preset-pca")
    expect(stage).to_have_attribute("data-state", "ready")
    assert step(stage) == 0, "another preset waits for Train"


def test_pause_stops_one_batch_is_one_step_and_rewind_is_the_very_start(address, visit):
    page, stage = opened(visit, address)
    start = copies(page)
    press(page, "step")
    expect(stage).to_have_attribute("data-step", "1")
    assert copies(page) != start
    press(page, "run")
    trained(page, stage, 20)
    stopped = paused(page, stage)
    frames(page, 30)
    assert step(stage) == stopped
    press(page, "step")
    expect(stage).to_have_attribute("data-step", str(stopped + 1))
    press(page, "rewind")
    expect(stage).to_have_attribute("data-step", "0")
    frames(page)
    assert copies(page) == start
    assert page.locator(".curve .last").get_attribute("points")
    for _ in range(2):
        page.get_by_test_id("training-step").press("Enter")
    expect(stage).to_have_attribute("data-step", "2")
    page.get_by_test_id("training-step").evaluate("(button) => [1, 2, 3].forEach(() => button.click())")
    expect(stage).to_have_attribute("data-step", "5")


def test_a_link_restores_the_settings_and_a_change_is_written_into_it(address, visit):
    page, _ = opened(visit, address, "train_widths=64,16&train_code=2&train_kind=denoising&train_seed=3")
    expect(page.get_by_test_id("training-seed")).to_have_value("3")
    expect(page.get_by_test_id("training-amount")).to_be_visible()
    expect(page.get_by_test_id("training-weight")).to_be_hidden()
    expect(page.get_by_test_id("training-hourglass")).to_contain_text(re.compile(r"784\D+64\D+16\D+2\D+16\D+64\D+784"))
    page.get_by_role("button", name="Make the code wider").click()
    expect(page).to_have_url(re.compile("train_code=3"))
    page.get_by_role("button", name="One hidden layer less").click()
    expect(page.get_by_test_id("training-said")).to_contain_text("A new run: hidden layers 64")
    expect(page).to_have_url(re.compile("train_widths=64&"))
    page.reload()
    page.locator(READY).wait_for()
    expect(page.get_by_test_id("training-hourglass")).to_contain_text(re.compile(r"784\D+64\D+3\D+64\D+784"))
    press(page, "reset")
    expect(page).not_to_have_url(WITH_SETTINGS)


def test_the_rate_changes_while_it_runs_and_nothing_begins_anew(address, visit):
    page, stage = opened(visit, address, f"{SMALL}&train_rate=0.01")
    press(page, "run")
    trained(page, stage, 10)
    page.get_by_role("button", name="Learning rate: less").click()
    expect(page.get_by_test_id("training-rate")).to_have_value("0.005")
    before = step(stage)
    trained(page, stage, before + 10)
    expect(stage).to_have_attribute("data-state", "running")
    expect(page).not_to_have_url(re.compile("train_rate"))
    assert step(stage) > before


def test_no_message_goes_to_the_server_while_it_trains_and_none_is_needed(address, visit):
    mine = visit()
    sent = frames_to_server(mine.page)
    page = open_at(mine, f"{address}/train_one?{SMALL}", READY)
    stage = page.get_by_test_id("training")
    frames(page, 60)
    before = len(sent)
    press(page, "run")
    trained(page, stage, 30)
    page.get_by_test_id("training-slow").click()
    page.get_by_test_id("training-scrub").fill("0")
    expect(stage).to_have_attribute("data-step", "0")
    press(page, "live")
    eventually(page, lambda: step(stage) > 30, "the newest step again")
    assert len(sent) == before


def test_training_that_diverges_says_at_which_step_and_what_to_do(address, visit):
    page, stage = opened(
        visit, address, f"{SMALL}&train_optimiser=sgd&train_rate=10&train_loss=mse&train_activation=linear"
    )
    press(page, "run")
    expect(stage).to_have_attribute("data-state", "stopped")
    expect(page.get_by_test_id("training-said")).to_contain_text(re.compile(r"diverged at step \d+.*learning rate"))


def test_a_hidden_tab_pauses_and_goes_on_when_it_is_seen_again(address, visit):
    page, stage = opened(visit, address)
    press(page, "run")
    trained(page, stage, 3)
    shows = "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });"
    shows += " document.dispatchEvent(new Event('visibilitychange')); }"
    page.evaluate(shows, True)
    expect(page.get_by_test_id("training-said")).to_contain_text("Paused while this tab is hidden")
    frames(page, 20)
    before = step(stage)
    frames(page, 20)
    assert step(stage) == before
    page.evaluate(shows, False)
    trained(page, stage, before + 5)


def test_a_run_waits_while_another_page_is_on_the_screen(address, visit):
    page, stage = opened(visit, address)
    press(page, "run")
    trained(page, stage, 5)
    page.get_by_role("link", name="Start here", exact=True).click()
    expect(stage).to_be_hidden()
    page.get_by_test_id("stSidebarNavLink").get_by_text("Train one").click()
    expect(stage).to_have_attribute("data-state", "away")
    expect(page.get_by_test_id("training-said")).to_have_text(
        "Paused while you were on another page. Press Train to go on."
    )
    waited = step(stage)
    assert waited >= 5
    press(page, "run")
    trained(page, stage, waited + 5)


def test_every_network_trains_and_a_mixture_colours_ones_own(address, visit):
    page, stage = opened(
        visit, address, "train_network=convolutional&train_batch=4&train_kind=variational&train_code=2"
    )
    press(page, "run")
    trained(page, stage, 2)
    expect(page.get_by_test_id("training-figures")).to_contain_text("KL divergence")
    before = pixels(page, "training-plane")
    changed(page, "training-plane", before)
    page.get_by_test_id("training-network").select_option("tied")
    expect(page.get_by_test_id("training-said")).to_contain_text("A new run: network tied")
    trained(page, stage, 2)
    page.evaluate("sessionStorage['own-drawings'] = JSON.stringify(Array(600).fill(btoa('\\x80'.repeat(784))))")
    page.get_by_test_id("training-data").select_option("mixture")
    expect(page.get_by_title("Show or hide yours")).to_be_visible()
    expect(page.get_by_test_id("training-numbers")).to_contain_text("Held out400")
    trained(page, stage, 2)


def test_ones_own_digit_is_rebuilt_and_five_of_them_are_learnt_from_on_a_phone(address, visit):
    page, stage = opened(visit, address, "train_widths=16", **ON_A_PHONE)
    page.locator(DRAWABLE).last.wait_for()
    for count, digit in enumerate("12345", 1):
        before = pixels(page, "training-own")
        page.get_by_role("button", name=f"Draw a {digit} for me").click()
        changed(page, "training-own", before)
        expect(page.get_by_test_id("own-add")).to_be_enabled()
        page.get_by_test_id("own-add").click()
        expect(page.get_by_role("button", name="Remove drawing")).to_have_count(count)
    page.get_by_test_id("training-data").select_option("own")
    press(page, "run")
    trained(page, stage, 3)
    expect(page.get_by_test_id("training-numbers")).to_contain_text("Held out1")
    page.get_by_role("button", name="Remove drawing 1").click()
    expect(page.get_by_test_id("training-said")).to_contain_text("at least 5; there are 4")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_run_can_be_taken_along_in_four_ways(address, visit):
    page, stage = opened(visit, address)
    press(page, "step")
    expect(stage).to_have_attribute("data-step", "1")
    page.get_by_test_id("training-name").fill("Ada's first")
    taken = page.get_by_test_id("training-taken")
    files = {}
    for button, name in (
        ("As a picture", "ada-s-first.png"),
        ("The same in PyTorch", "ada-s-first-pytorch.zip"),
        ("Save as a file", "ada-s-first.safetensors"),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button).click()
        assert waiting.value.suggested_filename == name
        files[button] = waiting.value.path()
    with ZipFile(files["The same in PyTorch"]) as bundle:
        assert bundle.namelist() == ["train_one.py", "start.safetensors"]
    assert Image.open(files["As a picture"]).width == 1080
    chosen = page.get_by_test_id("training-file")
    chosen.set_input_files(files["As a picture"])
    expect(taken).to_contain_text("no safetensors file")
    chosen.set_input_files(files["Save as a file"])
    expect(taken).to_contain_text("“Ada's first” is loaded and kept in this browser")
    page.get_by_role("button", name="Keep in this browser").click()
    expect(taken).to_contain_text("“Ada's first” is kept in this browser")
