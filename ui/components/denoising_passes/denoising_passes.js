// Watch denoising: one lane a model with a large picture and a strip of all steps, which all move together.

const PIXELS = 784;
const PAUSE = 900; // milliseconds between two steps at normal speed
const FADE = 300;
const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const walks = new WeakMap();

export default function ({ parentElement, data }) {
  const known = walks.get(parentElement) ?? begin(parentElement);
  const { header, arrays } = readMessage(data);
  known.walks = header.walks;
  known.last = header.walks[0].errors.length - 1;
  known.clean = arrays.clean;
  known.pictures = header.walks.map((_, lane) =>
    header.walks[0].errors.map((_, step) => arrays.pictures.subarray((lane * (known.last + 1) + step) * PIXELS).subarray(0, PIXELS)),
  );
  known.colours = palette(known.root);
  build(known);
  go(known, Math.min(known.step, known.last), false);
  known.root.dataset.ready = "true";
  return () => {
    stop(known);
    cancelAnimationFrame(known.frame);
  };
}

/** Wire the controls once; the state lives as long as the component is on the page. */
function begin(parentElement) {
  const root = parentElement.querySelector(".watch");
  const known = { root, step: 0, timer: 0, frame: 0 };
  walks.set(parentElement, known);
  const control = (name) => root.querySelector(`.${name}`);
  control("play").onclick = () => (known.timer ? stop(known) : play(known));
  control("back").onclick = () => byHand(known, known.step - 1);
  control("forth").onclick = () => byHand(known, known.step + 1);
  control("speed").onchange = () => {
    if (known.timer) schedule(known);
  };
  root.onkeydown = (event) => {
    if (!(event.key in KEYS) || event.target.tagName === "SELECT") return;
    event.preventDefault();
    byHand(known, known.step + KEYS[event.key]);
  };
  return known;
}

function build(known) {
  const { root, colours } = known;
  const lanes = root.querySelector(".lanes");
  while (lanes.children.length > known.walks.length) lanes.lastChild.remove();
  while (lanes.children.length < known.walks.length) lanes.append(makeLane(known, lanes.children.length));
  known.walks.forEach((walk, lane) => {
    const element = lanes.children[lane];
    element.querySelector("b").textContent = walk.title;
    paintInk(element.querySelector(".clean canvas"), known.clean, 28, 28, colours);
    const strip = element.querySelector(".strip");
    while (strip.children.length <= known.last) strip.append(makeStep(known, strip.children.length));
    walk.errors.forEach((error, step) => {
      const button = strip.children[step];
      paintInk(button.querySelector("canvas"), known.pictures[lane][step], 28, 28, colours);
      button.classList.toggle("best", step === walk.best);
      const best = step === walk.best ? ", the smallest" : "";
      button.setAttribute("aria-label", `${walk.title}, step ${step}: error ${error.toFixed(4)}${best}`);
    });
  });
  known.moveDots = drawCurve(root.querySelector(".curve svg"), known.walks);
}

function makeLane(known, lane) {
  const element = document.createElement("div");
  element.className = `lane series-${lane}`;
  element.innerHTML = `<b></b>
    <figure class="now"><canvas role="img" data-testid="watch-now-${lane}"></canvas><figcaption></figcaption></figure>
    <figure class="clean"><canvas role="img" aria-label="The clean picture"></canvas>
      <figcaption>The clean picture, which it never gets to see</figcaption></figure>
    <div class="strip" role="group" aria-label="All steps"></div>`;
  return element;
}

function makeStep(known, step) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(document.createElement("canvas"), `${step}`);
  button.onclick = () => byHand(known, step);
  return button;
}

/** Go to a step because somebody asked for it: whatever was playing stops. */
function byHand(known, step) {
  stop(known);
  go(known, Math.max(0, Math.min(known.last, step)), true);
  const said = known.walks.map((walk) => `${walk.title}: error ${walk.errors[known.step].toFixed(4)}`);
  known.root.querySelector(".spoken").textContent = `Step ${known.step}. ${said.join(". ")}`;
}

function go(known, step, softly) {
  const before = known.step;
  known.step = step;
  const { root, walks: all, last } = known;
  root.dataset.step = step;
  root.querySelector(".where").textContent = `Step ${step} of ${last}`;
  root.querySelector(".back").disabled = step === 0;
  root.querySelector(".forth").disabled = step === last;
  [...root.querySelectorAll(".lane")].forEach((lane, index) => {
    const error = all[index].errors[step].toFixed(4);
    const words = step ? `After ${step} ${step === 1 ? "step" : "steps"}` : "The noisy picture";
    lane.querySelector(".now figcaption").textContent = `${words}: error ${error}`;
    lane.querySelector(".now canvas").setAttribute("aria-label", `${words}, error ${error}`);
    [...lane.querySelectorAll(".strip button")].forEach((button, at) => {
      button.setAttribute("aria-pressed", String(at === step));
      button.classList.toggle("ahead", at > step);
    });
  });
  known.moveDots(step);
  fade(known, before, step, softly && !matchMedia("(prefers-reduced-motion: reduce)").matches);
}

/** Let the large pictures run from one step's into another's. */
function fade(known, from, to, softly) {
  cancelAnimationFrame(known.frame);
  const started = performance.now();
  const paint = (now) => {
    const share = softly ? Math.min(1, Math.max(0, (now - started) / FADE)) : 1;
    [...known.root.querySelectorAll(".now canvas")].forEach((canvas, lane) => {
      const [before, after] = [known.pictures[lane][from] ?? known.pictures[lane][to], known.pictures[lane][to]];
      const between = after.map((byte, at) => before[at] + (byte - before[at]) * share);
      paintInk(canvas, between, 28, 28, known.colours);
    });
    if (share < 1) known.frame = requestAnimationFrame(paint);
  };
  paint(started);
}

function play(known) {
  if (known.step === known.last) go(known, 0, false);
  schedule(known);
  const button = known.root.querySelector(".play");
  button.textContent = "Pause";
}

function schedule(known) {
  clearInterval(known.timer);
  known.timer = setInterval(() => {
    go(known, known.step + 1, true);
    if (known.step === known.last) stop(known);
  }, PAUSE / Number(known.root.querySelector(".speed").value));
}

function stop(known) {
  clearInterval(known.timer);
  known.timer = 0;
  known.root.querySelector(".play").textContent = "Play";
}
