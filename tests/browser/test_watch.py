"""Watch denoising in a real browser: the strip plays, steps, and stands still for who wants no motion."""

import pytest
from playwright.sync_api import expect

from tests.support.browser import at_rest, becomes, frames, open_at, pixels

NOTE_STEPS = """
strip => {
  window.steps = [];
  const note = () => window.steps.push(strip.dataset.step);
  new MutationObserver(note).observe(strip, { attributeFilter: ["data-step"] });
}
"""


@pytest.fixture
def page(visit, address):
    return open_at(visit(), f"{address}/denoise?noise_seed=0", "[data-testid=watch][data-ready]")


def test_play_walks_to_the_end_and_starts_over(page):
    strip, play = page.get_by_test_id("watch"), page.get_by_test_id("watch-play")
    strip.evaluate(NOTE_STEPS)
    page.get_by_label("Speed").select_option("fast")
    noisy = pixels(page, "watch-now-0")
    play.click()
    expect(play).to_have_text("Pause")
    expect(strip).to_have_attribute("data-step", "8", timeout=20_000)
    expect(play).to_have_text("Play")
    assert page.evaluate("window.steps") == [str(step) for step in range(1, 9)]
    assert at_rest(page, "watch-now-0") != noisy
    page.get_by_label("Speed").select_option("slow")
    play.click()
    expect(strip).to_have_attribute("data-step", "0")
    expect(strip).to_have_attribute("data-step", "1")
    play.click()
    expect(play).to_have_text("Play")
    rested = strip.get_attribute("data-step")
    page.clock.run_for(5000)
    assert strip.get_attribute("data-step") == rested


def test_buttons_keys_and_the_strip_move_both_models_in_step(page):
    before = [pixels(page, f"watch-now-{lane}") for lane in (0, 1)]
    page.get_by_role("button", name="One step on").click()
    expect(page.get_by_test_id("watch-where")).to_have_text("Step 1 of 8")
    assert all(at_rest(page, f"watch-now-{lane}") != before[lane] for lane in (0, 1))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("After 2 steps: error")).to_have_count(2)
    page.keyboard.press("End")
    expect(page.get_by_test_id("watch-where")).to_have_text("Step 8 of 8")
    expect(page.get_by_role("button", name="One step on")).to_be_disabled()
    page.get_by_role("button", name="Denoising, convolutional, step 0").click()
    expect(page.get_by_role("button", name="One step back")).to_be_disabled()
    for lane in (0, 1):
        becomes(page, f"watch-now-{lane}", before[lane])


def test_who_wants_no_motion_gets_none(page):
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Denoising, convolutional, step 4").click()
    at_once = pixels(page, "watch-now-0")
    frames(page, 30)
    assert pixels(page, "watch-now-0") == at_once
