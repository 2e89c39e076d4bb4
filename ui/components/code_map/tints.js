// Which colour a point has: by class, by cluster, or on a scale from low to high.

// Ten more for clusters: the classes' colours, darker or lighter.
const CLUSTER_COLOURS = [
  ...CLASS_COLOURS,
  ...["#1f5c94", "#c27c00", "#ef6a52", "#5f6d6b", "#b77be0"],
  ...["#6d3f33", "#ff9d5c", "#7d7432", "#3f4250", "#3f9aa0"],
];
const RAMP = ["#3056d3", "#8a3fc4", "#d23f77", "#ee7f33", "#f5c13d"].map(rgb);

/** The colour at a share (0 to 1) of the scale. */
function onRamp(share) {
  const at = Math.min(1, Math.max(0, share)) * (RAMP.length - 1);
  const below = Math.min(RAMP.length - 2, Math.floor(at));
  return mix(RAMP[below], RAMP[below + 1], at - below);
}

/** Colours of all points, three bytes each, from what the server says of them. */
function tintsOf({ header, arrays: { values } }) {
  const tints = new Uint8Array(3 * values.length);
  if (header.kind === "scale") {
    const span = header.high - header.low;
    values.forEach((value, index) => tints.set(onRamp((value - header.low) / span), 3 * index));
  } else {
    const colours = CLUSTER_COLOURS.map(rgb);
    values.forEach((value, index) => tints.set(colours[value], 3 * index));
  }
  return tints;
}

/** The legend: a button for every class or cluster, or the scale with its two ends. */
function buildLegend(root, { header, arrays }, hidden, { toggle, look }) {
  const [row, scale] = [root.querySelector(".legend"), root.querySelector(".scale")];
  const classes = header.kind !== "scale";
  row.hidden = !classes;
  scale.hidden = classes;
  if (!classes) {
    scale.querySelector(".scale-title").textContent = header.title;
    scale.querySelector(".low").textContent = `≤ ${short(header.low)}`;
    scale.querySelector(".high").textContent = `≥ ${short(header.high)}`;
    const stops = RAMP.map((colour) => css(colour)).join(", ");
    scale.querySelector("i").style.background = `linear-gradient(90deg, ${stops})`;
    return;
  }
  row.setAttribute("aria-label", header.kind === "label" ? "Classes to show" : "Clusters to show");
  row.replaceChildren(
    ...header.names.map((name, value) => {
      const about = header.kind === "label" ? name : `cluster ${name}`;
      const count = arrays.values.reduce((sum, each) => sum + (each === value), 0);
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.title = `${about}: ${count.toLocaleString("en")} pictures. Click to show or hide.`;
      const dot = document.createElement("i");
      dot.style.background = CLUSTER_COLOURS[value];
      button.append(dot, name);
      button.setAttribute("aria-pressed", String(!hidden.has(value)));
      button.setAttribute("aria-label", `Show ${about}`);
      button.onclick = () => button.setAttribute("aria-pressed", String(toggle(value)));
      button.onpointerenter = (event) => event.pointerType === "mouse" && look(value);
      button.onpointerleave = () => look(-1);
      return button;
    }),
  );
}

function short(number) {
  return Math.abs(number) >= 100 ? number.toFixed(0) : Number(number.toPrecision(2)).toString().replace("-", "−");
}
