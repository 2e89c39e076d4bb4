"""Every page with a pad on phones: what is drawn, by taps if wished, and what comes of it stand on one screen."""

from playwright.sync_api import Locator, Page, expect

from tests.support.browser import DRAWABLE, GO, PHONE, SEVEN, eventually, open_at, pixels_of, settled, within

SMALL = {"width": 360, "height": 640}
FLOW = "[data-testid=flow-reconstruction]"
RESULTS = {
    "reconstruct": FLOW,
    "lesson?step=4": "[data-testid=dials-picture]",
    "denoise": "[data-testid=tile-result] canvas",
    "train_one": "[data-testid=training-own]",
    "row_by_row": "[data-testid=row-reader] .output canvas",
    "few_labels": "[data-testid=verdicts] table",
    "odd_one_out": FLOW,
    "lesson?step=6": "[data-testid=tile-denoising_conv] canvas",
    "latent_plane": "[data-testid=latent-plane]",
    "lesson?step=1": FLOW,
    "between_two_digits": "[data-testid=way-0]",
    "lesson?step=5": "[data-testid=latent-decoded]",
    "map_of_codes": "[data-testid=atlas] canvas.chart",
    "pca_against_autoencoder": "[data-testid=sums-rebuilt]",
    "lesson?step=8": "[data-testid=tile-cut] canvas",
    "what_the_units_see": "[data-testid=tile-full] canvas",
    "layer_by_layer": "[data-testid='tile-greedy.outer'] canvas",
}
"""By page, what shows a drawing there."""
TAPPED = {"lesson?step=5": "latent-plane"}
"""By page, what one's finger is on, where that is not the pad."""
GUESSED = """() => {
  const steps = Object.fromEntries([1, 4, 5, 6, 8, 9].map((step) => [step, { guess: { kind: "unknown" } }]));
  localStorage.setItem("aemodels-lesson", JSON.stringify({ steps }));
}"""
TOGETHER = """([pad, result]) => {
  const head = 60; // CSS pixels
  document.querySelector("[data-testid=stMain]").scrollTop += pad.getBoundingClientRect().top - head;
  const boxes = [pad, result].map((element) => element.getBoundingClientRect());
  const seen = ({ top, bottom, left, right, width }) =>
    width > 40 && top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  const presets = [...pad.getRootNode().querySelectorAll(".presets button")];
  return {
    together: boxes.every(seen),
    rows: new Set(presets.map((button) => button.getBoundingClientRect().top)).size,
    wide: document.documentElement.scrollWidth > innerWidth,
    boxes: boxes.map(({ top, bottom }) => [top, bottom]),
  };
}"""


def test_pad_and_result_stand_on_one_screen(visit, address):
    page = open_at(visit(viewport=SMALL, has_touch=True, is_mobile=True), f"{address}/few_labels", DRAWABLE)
    page.evaluate(GUESSED)
    for name, result in RESULTS.items():
        page.evaluate(GO, name)
        shown = page.locator(result).first
        shown.wait_for()
        settled(page)
        page.locator(DRAWABLE).wait_for()
        for size in (SMALL, PHONE):
            page.set_viewport_size(size)
            eventually(
                page, lambda name=name, shown=shown: seen(page, name, shown)["together"], f"{name} shows both at {size}"
            )
            found = seen(page, name, shown)
            assert found["rows"] == (name not in TAPPED), (name, size)
            assert not found["wide"], (name, size)
    taps_draw(page, shown)
    answer_stays_in_view(page)


def seen(page: Page, name: str, shown: Locator) -> dict:
    """Scroll to the pad, and say how it and what it leads to stand on the screen."""
    pad = page.get_by_test_id(TAPPED.get(name, "digit-pad")).last
    return page.evaluate(TOGETHER, [pad.element_handle(), shown.element_handle()])


def taps_draw(page: Page, shown: Locator) -> None:
    """Single taps draw one line, a tap on its end lifts the pen, and undo takes back the newest piece."""
    page.get_by_role("button", name="Draw lines by taps").tap()
    pad = page.get_by_test_id("digit-pad")
    before = pixels_of(shown)
    for place in [*SEVEN, SEVEN[-1], (0.2, 0.6)]:
        page.touchscreen.tap(*within(pad, *place))
    eventually(page, lambda: pixels_of(shown) != before, "the drawing is rebuilt")
    strokes = page.evaluate("JSON.parse(sessionStorage.getItem('digit-pad')).strokes")
    assert [len(stroke) // 2 for stroke in strokes] == [4], "a corner counts twice, and a single tap is no line yet"
    undo = page.get_by_role("button", name="Undo")
    for _ in range(4):
        undo.tap()
    expect(undo).to_be_disabled()


def answer_stays_in_view(page: Page) -> None:
    """Wherever one taps among the odd pictures, their copy and what the alarm says are in view, uncovered."""
    page.evaluate(GO, "lesson?step=9")
    page.set_viewport_size(SMALL)
    page.get_by_test_id("tile-6 upside down").tap()
    verdict = page.get_by_text("No alarm. 6 upside down")
    for part in (verdict, page.get_by_test_id("flow-input"), page.get_by_test_id("flow-reconstruction")):
        expect(part).to_be_in_viewport(ratio=1)
        part.tap(trial=True)
