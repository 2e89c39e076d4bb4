// The curve of the error over the steps, drawn as SVG; a large dot stands where the walk is.

const SVG = "http://www.w3.org/2000/svg";
const LEAST = 5e-4; // smaller errors are drawn here
const BOX = { width: 400, height: 300, left: 48, right: 12, top: 12, bottom: 34 };

/** Draw the walks' errors on a scale of powers of two, and give a function that moves the dots to a step. */
function drawCurve(svg, walks) {
  svg.setAttribute("viewBox", `0 0 ${BOX.width} ${BOX.height}`);
  const all = walks.flatMap((walk) => walk.errors).map((error) => Math.max(error, LEAST));
  const low = Math.floor(Math.log2(Math.min(...all)));
  const high = Math.max(low + 1, Math.ceil(Math.log2(Math.max(...all))));
  const last = walks[0].errors.length - 1;
  const x = (step) => BOX.left + ((BOX.width - BOX.left - BOX.right) * step) / last;
  const share = (error) => (Math.log2(Math.max(error, LEAST)) - low) / (high - low);
  const y = (error) => BOX.height - BOX.bottom - (BOX.height - BOX.top - BOX.bottom) * share(error);
  const dots = walks.map((walk, index) => [add("circle", { r: 6, class: `series-${index}` }), walk.errors]);
  svg.replaceChildren(
    ...rules(low, high, y),
    ...walks[0].errors.map((_, step) => label(step, x(step), BOX.height - BOX.bottom + 16, "middle")),
    label("step", x(last), BOX.height - 3, "end"),
    ...walks.flatMap((walk, index) => line(walk, index, x, y)),
    ...dots.map(([dot]) => dot),
  );
  const best = walks.map((walk) => `${walk.title}: smallest after step ${walk.best}`).join("; ");
  svg.setAttribute("aria-label", `Error over the steps. ${best}.`);
  return (step) => {
    for (const [dot, errors] of dots) {
      dot.setAttribute("cx", x(step));
      dot.setAttribute("cy", y(errors[step]));
    }
  };
}

function rules(low, high, y) {
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const error = 2 ** (low + index);
    const at = { x1: BOX.left, x2: BOX.width - BOX.right, y1: y(error), y2: y(error), class: "rule" };
    return [add("line", at), label(error.toPrecision(2), BOX.left - 6, y(error) + 4, "end")];
  }).flat();
}

function line(walk, index, x, y) {
  const points = walk.errors.map((error, step) => `${x(step)},${y(error)}`).join(" ");
  const ring = { cx: x(walk.best), cy: y(walk.errors[walk.best]), r: 10, class: `ring series-${index}` };
  return [add("polyline", { points, class: `series-${index}` }), add("circle", ring)];
}

function label(text, x, y, anchor) {
  const element = add("text", { x, y, "text-anchor": anchor });
  element.textContent = text;
  return element;
}

function add(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
