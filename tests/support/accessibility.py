"""Pages as those meet them who see little or nothing: axe-core's rules, and what is lost on a narrow screen."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from tests.support.browser import eventually, frames, settled

LAPTOP: ViewportSize = {"width": 1366, "height": 900}
TABLET: ViewportSize = {"width": 768, "height": 1024}
ZOOMED: ViewportSize = {"width": 683, "height": 450}  # what a laptop shows of a page at 200 %
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
THEMES = ("light", "dark")
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}
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
PALE = f"""() => {{ {DEEP}
    const context = new OffscreenCanvas(1, 1).getContext("2d", {{ willReadFrequently: true }});
    const bytes = new Map();
    const read = colour => {{
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data].map(byte => byte / 255);
    }};
    const rgba = colour => bytes.get(colour) ?? bytes.set(colour, read(colour)).get(colour);
    const linear = share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    const contrast = (one, other) => {{
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    }};
    const over = (colour, share, ground) => ground.map((value, at) => value + (colour[at] - value) * share);
    const groundOf = each => {{
        if (!each) return [1, 1, 1];
        const colour = rgba(getComputedStyle(each).backgroundColor);
        return over(colour, colour[3], colour[3] < 1 ? groundOf(above(each)) : [1, 1, 1]);
    }};
    const opacity = each => each ? Number(getComputedStyle(each).opacity) * opacity(above(each)) : 1;
    const judged = each => each.matches("svg :is(text, line, polyline, polygon, path, circle, rect)")
        && !each.matches(".rule, .picture *, .js-plotly-plot :not(text), :disabled *")
        && shown(each) && opacity(each) > 0;
    const ratio = (paint, alpha, each) => {{
        if (paint === "none" || paint.startsWith("url")) return 0;
        const [ground, colour] = [groundOf(each.closest("svg")), rgba(paint)];
        return contrast(over(colour, colour[3] * alpha * opacity(each), ground), ground);
    }};
    const pale = new Set(deep(document.querySelector("[data-testid=stMain]")).filter(judged).flatMap(each => {{
        const {{ fill, fillOpacity, stroke, strokeOpacity }} = getComputedStyle(each);
        const ofText = each.matches("text");
        const best = Math.max(ratio(fill, fillOpacity, each), ofText ? 0 : ratio(stroke, strokeOpacity, each));
        const [svg] = say(each.closest("svg")).split(">");
        const what = `${{each.localName}}.${{each.getAttribute("class")}} in ${{svg}}`;
        return best && best < (ofText ? 4.5 : 3) ? [`too pale, ${{best.toFixed(1)}} to 1: ${{what}}`] : [];
    }}));
    return [...pale];
}}"""
MISSPOKEN = f"""() => {{ {DEEP}
    const named = each => (each.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map(id =>
        each.getRootNode().getElementById(id)).map(other => other?.getAttribute("aria-label") ?? other?.textContent);
    const doubled = deep(document.body).filter(each => new Set(named(each)).size < named(each).length);
    const shows = slider => slider.closest("[data-testid=stSlider]").querySelector("[data-testid=stSliderThumbValue]");
    const mute = [...document.querySelectorAll("[data-testid=stSlider] input")].filter(slider =>
        slider.getAttribute("aria-valuetext") !== shows(slider).textContent);
    return [...doubled.map(each => `its name says the same twice: ${{say(each)}}`),
        ...mute.map(each => `a slider that does not say what it shows: ${{say(each)}}`)];
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


def pale(page: Page) -> list[str]:
    """Return what is drawn in too pale a colour, of which axe-core judges nothing: text below 4.5 to 1, shapes below 3.

    What has the class "rule" only leads the eye; a drawing of the class "picture" stands beside words that say the
    same; of a figure by Plotly only the text is judged. Of fill and stroke the stronger counts.
    """
    return page.evaluate(PALE)


def misspoken(page: Page) -> list[str]:
    """Return what has a name of two parts that say the same, and Streamlit's sliders that say only their place."""
    return page.evaluate(MISSPOKEN)
