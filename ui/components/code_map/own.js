// The student's own digit: a star with a fading trail of the places where it was while the hand drew.

const MOST_STEPS = 90;
const GOING_MS = 160;
const FADING_MS = 2600;
const STAR = 13;

class OwnDigit {
  constructor() {
    this.forget();
  }

  forget() {
    Object.assign(this, { place: null, shown: null, from: null, steps: [], since: 0 });
  }

  /** Take what Python says: { place: [x, y], called }, or nothing; `inside` turns it into map units. */
  hear(told, inside, now) {
    if (!told) {
      this.forget();
      return;
    }
    this.called = told.called;
    const place = inside(told.place[0], told.place[1]);
    if (this.place?.every((value, axis) => value === place[axis])) return;
    Object.assign(this, { place, from: this.shown ?? place, since: now });
    this.steps = [...this.steps, { place, now }].slice(-MOST_STEPS);
  }

  /** Paint it; says whether it still moves or its trail fades. */
  paint(context, at, colours, now, still) {
    if (!this.place) return false;
    const share = still ? 1 : Math.min(1, Math.max(0, (now - this.since) / GOING_MS));
    this.shown = this.place.map((value, axis) => this.from[axis] + (value - this.from[axis]) * share);
    const fading = paintTrail(context, this.steps, at, colours, now);
    const [x, y] = at(...this.shown);
    paintStar(context, x, y, colours);
    paintCalled(context, this.called, x, y, colours);
    return share < 1 || fading;
  }
}

/** Paint the way that it came, the fainter the older; says whether there is any left to see. */
function paintTrail(context, steps, at, colours, now) {
  Object.assign(context, { lineCap: "round", lineJoin: "round" });
  let seen = false;
  steps.slice(1).forEach((step, index) => {
    const newness = 1 - (now - step.now) / FADING_MS;
    if (newness <= 0) return;
    seen = true;
    context.beginPath();
    context.moveTo(...at(...steps[index].place));
    context.lineTo(...at(...step.place));
    for (const [width, colour] of [[5 + 3 * newness, colours.paper], [1.5 + 3 * newness, colours.extra]]) {
      Object.assign(context, { lineWidth: width, strokeStyle: css(colour, Math.min(1, newness)) });
      context.stroke();
    }
  });
  return seen;
}

function paintCalled(context, called, x, y, colours) {
  Object.assign(context, { font: "700 13px sans-serif", textAlign: "center", textBaseline: "bottom" });
  Object.assign(context, { lineJoin: "round", lineWidth: 4.5, strokeStyle: css(colours.paper, 0.92) });
  context.fillStyle = css(colours.ink);
  context.strokeText(called, x, y - STAR - 4);
  context.fillText(called, x, y - STAR - 4);
}

function paintStar(context, x, y, colours) {
  context.beginPath();
  for (let corner = 0; corner < 10; corner += 1) {
    const radius = corner % 2 ? STAR * 0.45 : STAR;
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
  context.lineJoin = "round";
  for (const [width, colour] of [[7, css(colours.paper)], [3.5, css(colours.ink)]]) {
    Object.assign(context, { lineWidth: width, strokeStyle: colour });
    context.stroke();
  }
  context.fillStyle = css(colours.extra);
  context.fill();
}
