// The curve of the cost over the iterations, drawn as SVG; where early exaggeration ends is marked.

const SVG = "http://www.w3.org/2000/svg";
const BOX = { height: 150, left: 34, right: 12, top: 10, bottom: 24 };
const EXAGGERATED = 250;
const WHOLE = 750;

/** Draw costs [[iteration, cost], …] as wide as there is room. */
function drawCost(svg, costs) {
  const width = svg.clientWidth || 400;
  svg.setAttribute("viewBox", `0 0 ${width} ${BOX.height}`);
  const last = Math.max(WHOLE, costs.at(-1)?.[0] ?? 0);
  const most = Math.max(1, Math.ceil(Math.max(0, ...costs.map(([, cost]) => cost))));
  const x = (iteration) => BOX.left + ((width - BOX.left - BOX.right) * iteration) / last;
  const y = (cost) => BOX.height - BOX.bottom - ((BOX.height - BOX.top - BOX.bottom) * cost) / most;
  const rules = Array.from({ length: most + 1 }, (_, cost) => cost).filter((cost) => most < 7 || cost % 2 === 0);
  const now = costs.at(-1);
  svg.replaceChildren(
    shape("rect", { class: "early", x: x(0), y: BOX.top, width: x(EXAGGERATED) - x(0), height: y(0) - BOX.top }),
    ...rules.flatMap((cost) => [
      shape("line", { class: "rule", x1: x(0), x2: x(last), y1: y(cost), y2: y(cost) }),
      words(cost, x(0) - 7, y(cost) + 4, "end"),
    ]),
    shape("line", { class: "boundary", x1: x(EXAGGERATED), x2: x(EXAGGERATED), y1: BOX.top, y2: y(0) }),
    ...[0, EXAGGERATED, 500, last].map((iteration) => words(iteration, x(iteration), BOX.height - 6, "middle")),
    words("exaggerated", (x(0) + x(EXAGGERATED)) / 2, y(0) - 7, "middle"),
    shape("polyline", { points: costs.map(([iteration, cost]) => `${x(iteration)},${y(cost)}`).join(" ") }),
    ...(now ? [shape("circle", { cx: x(now[0]), cy: y(now[1]), r: 4.5 })] : []),
  );
  const said = now ? `It is ${now[1].toFixed(3)} after ${now[0]} iterations.` : "Nothing has been measured yet.";
  svg.setAttribute("aria-label", `Cost over the iterations. ${said}`);
}

function words(text, x, y, anchor) {
  const element = shape("text", { x, y, "text-anchor": anchor });
  element.textContent = text;
  return element;
}

function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
