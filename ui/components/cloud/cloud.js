// The cloud in space: turned by hand, and played round by round while the network's plane turns into PCA's.

const LENGTH = 9000; // milliseconds of the whole play
const TURN = 0.01; // radians a pixel
const KEYS = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] };
const clouds = new WeakMap();

export default function ({ parentElement, data }) {
  const known = clouds.get(parentElement) ?? begin(parentElement);
  const { header, arrays } = readMessage(data);
  const other = known.run !== header.run;
  known.run = header.run;
  known.points = triples(arrays.points);
  known.pca = triples(arrays.pca);
  known.planes = chunks(triples(arrays.planes), 3);
  known.angles = header.angles;
  known.colours = palette(known.root);
  known.last = Math.max(0, header.angles.length - 1);
  for (const element of known.root.querySelectorAll(".later")) element.hidden = !header.angles.length;
  if (header.angles.length) known.moveDot = drawAngle(known.root.querySelector(".angle"), header.angles);
  known.range.max = known.last;
  const moving = header.play && !matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (other) stop(known);
  go(known, other ? (moving ? 0 : known.last) : known.round);
  if (other && moving) play(known);
  known.root.dataset.ready = "true";
  return () => {
    stop(known);
    known.observer.disconnect();
    clouds.delete(parentElement);
  };
}

function begin(parentElement) {
  const root = parentElement.querySelector(".cloud");
  const part = (name) => root.querySelector(`.${name}`);
  const known = { root, canvas: part("space"), range: part("epoch"), button: part("play"), where: part("where") };
  Object.assign(known, { view: { turn: 0.6, tilt: 0.35 }, round: 0, frame: 0 });
  clouds.set(parentElement, known);
  known.button.onclick = () => (known.frame ? stop(known) : play(known));
  known.range.oninput = () => {
    stop(known);
    go(known, known.range.valueAsNumber);
  };
  listen(known);
  known.observer = new ResizeObserver(() => known.points && paint(known));
  known.observer.observe(known.canvas);
  return known;
}

function listen(known) {
  const { canvas } = known;
  let hand = null;
  canvas.onpointerdown = (event) => {
    hand = [event.clientX, event.clientY];
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("turning");
  };
  canvas.onpointermove = (event) => {
    if (!hand) return;
    turnBy(known, (event.clientX - hand[0]) * TURN, (event.clientY - hand[1]) * TURN);
    hand = [event.clientX, event.clientY];
  };
  canvas.onpointerup = canvas.onpointercancel = () => {
    hand = null;
    canvas.classList.remove("turning");
  };
  canvas.onkeydown = (event) => {
    if (!(event.key in KEYS)) return;
    event.preventDefault();
    turnBy(known, ...KEYS[event.key]);
  };
}

function turnBy(known, turn, tilt) {
  known.view.turn -= turn;
  known.view.tilt = Math.max(-FARTHEST_TILT, Math.min(FARTHEST_TILT, known.view.tilt + tilt));
  if (!known.frame) paint(known);
}

/** Show a round of training; one that lies between two is a mixture of both. */
function go(known, round) {
  known.round = round;
  const { angles, last } = known;
  if (angles.length) {
    const whole = Math.round(round);
    known.range.value = whole;
    known.where.textContent = `Round ${whole} of ${last}: ${angles[whole].toFixed(angles[whole] < 10 ? 2 : 0)}°`;
    known.range.setAttribute("aria-valuetext", known.where.textContent);
    known.moveDot(round);
  }
  known.root.dataset.round = Math.round(round);
  paint(known);
}

function paint(known) {
  const { colours, planes, pca, angles, round, view, points } = known;
  const shown = [{ axes: pca, colour: colours.missing }];
  if (angles.length) {
    const before = planes[Math.floor(round)];
    const after = planes[Math.min(Math.floor(round) + 1, known.last)];
    const share = round - Math.floor(round);
    const axes = before.map((axis, one) => axis.map((value, other) => value + (after[one][other] - value) * share));
    shown.push({ axes, colour: colours.extra });
  }
  paintSpace(known.canvas, { points, planes: shown, view, colours });
  const now = angles.length ? ` ${known.where.textContent} away from PCA's plane.` : "";
  known.canvas.setAttribute("aria-label", `600 points near a tilted plane.${now}`);
}

function play(known) {
  if (known.round >= known.last) known.round = 0;
  const begun = performance.now() - Math.sqrt(known.round / known.last) * LENGTH;
  const step = (now) => {
    const share = Math.min(1, Math.max(0, now - begun) / LENGTH);
    go(known, share ** 2 * known.last); // slow at first, when most happens
    if (known.round >= known.last) stop(known);
    else known.frame = requestAnimationFrame(step);
  };
  known.frame = requestAnimationFrame(step);
  known.button.textContent = "Pause";
}

function stop(known) {
  cancelAnimationFrame(known.frame);
  known.frame = 0;
  known.button.textContent = "Play";
}

function chunks(list, size) {
  return Array.from({ length: list.length / size }, (_, index) => list.slice(size * index, size * (index + 1)));
}
