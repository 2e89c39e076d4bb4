// What Streamlit's widgets are called. A slider has its label twice, for the knob and for the line that it slides on; a
// question mark behind a text says only “Help”, and not of what.

const SLIDERS = "[data-testid=stSlider] input[aria-label][aria-labelledby]";
const HELP = "[data-testid=stMarkdown] button[aria-label=Help]";

/**
 * Let every slider have its name once, and every question mark say what it is about.
 *
 * @param {ParentNode} page
 */
export function mendNames(page) {
  for (const slider of page.querySelectorAll(SLIDERS)) slider.removeAttribute("aria-labelledby");
  for (const help of page.querySelectorAll(HELP)) {
    const about = help.closest("[data-testid=stMarkdown]").textContent.trim();
    if (about) help.setAttribute("aria-label", `Help for ${about}`);
  }
}
