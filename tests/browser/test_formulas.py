"""A formula wider than a phone scrolls in its own box; the page beside it does not."""

from tests.support.browser import open_at, settled

SMALL_PHONE = {"width": 320, "height": 700}
SHARES = """formula => {
    formula.scrollLeft = 1e6;
    const box = formula.parentElement.getBoundingClientRect();
    const end = [...formula.querySelectorAll(".mclose")].at(-1).getBoundingClientRect();
    return [formula.scrollWidth > formula.clientWidth, formula.scrollLeft > 0, end.right <= box.right + 1];
}"""


def test_a_wide_formula_can_be_read_to_its_end_on_a_small_phone(address, visit):
    page = open_at(visit(viewport=SMALL_PHONE, has_touch=True), f"{address}/models?model=vae_collapsed")
    formula = page.locator(".katex-display").first
    formula.wait_for()
    settled(page)
    assert formula.evaluate(SHARES) == [True, True, True]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
