"""Pages as those meet them who see little or nothing: axe-core's rules, and what is lost on a narrow screen."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from tests.support.browser import eventually, frames, settled

LAPTOP: ViewportSize = {"width": 1366, "height": 900}
ZOOMED: ViewportSize = {"width": 683, "height": 450}  # what a laptop shows of a page at 200 %
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
SIZES = {"runOnly": ["target-size"]}
MENU = "[data-testid=stSidebar]"
AXE = """async ([exclude, options]) => {
    const { violations } = await axe.run({ exclude }, { resultTypes: ["violations"], preload: false, ...options });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any, all, none }) =>
            `${id}: ${[...any, ...all, ...none][0].message} ${html.slice(0, 200)}`));
}"""
DEEP = """
const deep = root => [...root.querySelectorAll("*")].flatMap(each =>
    each.shadowRoot ? [each, ...deep(each.shadowRoot)] : [each]);
const above = each => each.parentElement ?? each.getRootNode().host;
const within = (each, wanted) => each && (wanted(each) || within(above(each), wanted));
const shown = each => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length;
const say = each => `${each.outerHTML.slice(0, 160)}`;
"""
LOST = f"""() => {{ {DEEP}
    const main = document.querySelector("[data-testid=stMain]");
    const wide = [document.documentElement, main].filter(each => each.scrollWidth > each.clientWidth + 1);
    const scrolled = each => each !== main && /auto|scroll/.test(getComputedStyle(each).overflowX);
    const unseen = each => /inset|rect/.test(getComputedStyle(each).clipPath);
    const controls = deep(main).filter(each =>
        each.matches("a, button, input, select, summary, canvas, h1, h2, h3, svg[role=img]") && shown(each)
        && !within(each, above => above !== main && (unseen(above) || scrolled(above))));
    const cut = controls.filter(each => {{
        const {{ left, right, width }} = each.getBoundingClientRect();
        const clipped = each.matches("button, a, h1, h2, h3") && getComputedStyle(each).overflowX !== "visible"
            && each.scrollWidth > each.clientWidth + 1;
        return width && (left < -1 || right > innerWidth + 1 || clipped);
    }});
    return [...wide.map(each => `scrolls sideways: ${{each.tagName}} by ${{each.scrollWidth - each.clientWidth}}`),
        ...cut.map(each => `cut off: ${{say(each)}}`)];
}}"""
UNNAMED = f"""() => {{ {DEEP}
    const told = each => each.getAttribute("aria-hidden") === "true" || each.matches("button")
        || (/img|application/.test(each.getAttribute("role")) && each.getAttribute("aria-label")?.trim());
    return deep(document.body).filter(each => each.matches("canvas") && shown(each) && !within(each, told))
        .map(each => `canvas without a name: ${{say(each)}}`);
}}"""
STALE = "() => Boolean(document.querySelector('[data-stale=true]'))"
SCHEME = "() => getComputedStyle(document.querySelector('.stApp')).colorScheme"
UNROLLED = """
:is(html, body, #root, .stApp, [data-testid=stAppViewContainer], [data-testid=stMain]) {
    position: static !important;
    height: auto !important;
    overflow: visible !important;
}
"""


def learn(page: Page) -> None:
    """Bring axe-core into a page, and unroll it: of what a box scrolls, axe-core judges only what can be seen at once.

    The app's policy lets no script in; it does not concern what drives the browser.
    """
    page.evaluate(AXE_SCRIPT)
    page.add_style_tag(content=UNROLLED)


def turn(page: Page, theme: str, size: ViewportSize) -> None:
    """Show a page in another theme and size."""
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.set_viewport_size(size)
    eventually(page, lambda: page.evaluate(SCHEME) == theme, f"the theme is {theme}")
    frames(page, 4)
    at_rest(page)


def at_rest(page: Page) -> None:
    """Wait until nothing on a page is pale because it is being computed anew."""
    settled(page)
    eventually(page, lambda: not page.evaluate(STALE), "all of the page is new")
    frames(page)


def faults(page: Page, options: dict, menu: bool) -> list[str]:
    """Return what axe-core finds; only what it finds twice, for colours glide when the theme turns.

    Args:
        page: Which has learnt axe-core.
        options: Of axe-core, which rules it follows.
        menu: Whether to look at the menu too, which is the same on every page.
    """
    exclude = [] if menu else [[MENU]]
    found = page.evaluate(AXE, [exclude, options])
    if found:
        frames(page, 40)
        found = page.evaluate(AXE, [exclude, options])
    return found


def lost(page: Page) -> list[str]:
    """Return what a narrow screen cuts off: a page that scrolls sideways, and controls or pictures that leave it."""
    found = page.evaluate(LOST)
    if found:
        frames(page, 40)
        found = page.evaluate(LOST)
    return found


def unnamed(page: Page) -> list[str]:
    """Return the canvases of which a screen reader could say nothing."""
    return page.evaluate(UNNAMED)
