// What Streamlit leaves out for those who do not see or have no mouse. A slider has its label twice, for the knob and for
// the line that it slides on; a question mark behind a text says only “Help”, and not of what; a place to drop files is
// said to be nothing, though it has a name; the layers of a figure by Plotly, which has a name, are graphics without one;
// and a long formula can be scrolled, but not by keys.

const SLIDERS = "[data-testid=stSlider] input[aria-label][aria-labelledby]";
const HELP = "[data-testid=stMarkdown] button[aria-label=Help]";
const DROPS = "[data-testid=stFileUploaderDropzone][role=presentation]";
const LAYERS = "[data-testid=stPlotlyChart] :is(.main-svg, canvas):not([aria-hidden])";
const FORMULAS = ".katex-display";

/**
 * Let every slider have its name once, and every question mark say what it is about, and let keys reach the rest.
 *
 * @param {ParentNode} page
 */
export function mendWidgets(page) {
  for (const slider of page.querySelectorAll(SLIDERS)) slider.removeAttribute("aria-labelledby");
  for (const help of page.querySelectorAll(HELP)) {
    const about = help.closest("[data-testid=stMarkdown]").textContent.trim();
    if (about) help.setAttribute("aria-label", `Help for ${about}`);
  }
  for (const place of page.querySelectorAll(DROPS)) place.setAttribute("role", "group");
  for (const layer of page.querySelectorAll(LAYERS)) layer.setAttribute("aria-hidden", "true");
  for (const formula of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(FORMULAS))) {
    if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
    else formula.removeAttribute("tabindex");
  }
}
