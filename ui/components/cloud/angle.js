// The angle between the two planes over the rounds of training, drawn as SVG; a dot stands where the play is.

const SVG = "http://www.w3.org/2000/svg";
const BOX = { width: 300, height: 180, left: 34, right: 8, top: 10, bottom: 22 };
const MOST = 90;

/** Draw the curve, and give a function that moves its dot to a round, which may lie between two. */
function drawAngle(svg, angles) {
  svg.setAttribute("viewBox", `0 0 ${BOX.width} ${BOX.height}`);
  const last = angles.length - 1;
  const x = (round) => BOX.left + ((BOX.width - BOX.left - BOX.right) * round) / last;
  const y = (angle) => BOX.height - BOX.bottom - ((BOX.height - BOX.top - BOX.bottom) * angle) / MOST;
  const here = add("circle", { r: 6 });
  const rules = [0, 30, 60, 90].flatMap((angle) => [
    add("line", { x1: BOX.left, x2: BOX.width - BOX.right, y1: y(angle), y2: y(angle), class: "rule" }),
    label(`${angle}°`, BOX.left - 5, y(angle) + 4, "end"),
  ]);
  svg.replaceChildren(
    ...rules,
    label("0", x(0), BOX.height - 5, "middle"),
    label(`${last}`, x(last), BOX.height - 5, "end"),
    add("polyline", { points: angles.map((angle, round) => `${x(round)},${y(angle)}`).join(" ") }),
    here,
  );
  svg.setAttribute("aria-label", `The angle falls from ${angles[0].toFixed(0)} to ${angles[last].toFixed(2)} degrees.`);
  return (round) => {
    here.setAttribute("cx", x(round));
    here.setAttribute("cy", y(between(angles, round)));
  };
}

/** Read a list of numbers between two of its places. */
function between(values, at) {
  const before = Math.floor(at);
  const after = Math.min(before + 1, values.length - 1);
  return values[before] + (values[after] - values[before]) * (at - before);
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
