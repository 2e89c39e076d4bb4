// The student's own digit: a star with a fading trail of the places where it was while the hand drew.

const MOST_STEPS = 90;
const SETTLING_MS = 350;
const FADING_MS = 2600;
const STAR = 13;

class OwnDigit {
  constructor() {
    this.forget();
  }

  forget() {
    Object.assign(this, { place: null, from: null, steps: [], serial: null, settledAt: null, since: 0 });
  }

  /** Take what Python says: { place: [x, y] or null, settled, serial }, or nothing. */
  hear(told, inside, now) {
    if (!told?.place) {
      this.forget();
      return;
    }
    const place = inside(...told.place);
    if (told.serial !== this.serial) Object.assign(this, { serial: told.serial, steps: [], from: null, place: null });
    const moved = !this.place || place[0] !== this.place[0] || place[1] !== this.place[1];
    if (moved) Object.assign(this, { from: this.place, since: now });
    if (moved && !told.settled) this.steps = [...this.steps, place].slice(-MOST_STEPS);
    if (!told.settled) this.settledAt = null;
    else this.settledAt ??= now;
    this.place = place;
  }

  /** Paint it; says whether it still moves or fades. */
  paint(context, at, colours, now, still) {
    if (!this.place) return false;
    const share = still || !this.from ? 1 : Math.min(1, (now - this.since) / SETTLING_MS);
    const eased = 1 - (1 - share) ** 3;
    const from = this.from ?? this.place;
    const [x, y] = at(...this.place.map((value, axis) => from[axis] + (value - from[axis]) * eased));
    const left = this.settledAt === null ? 1 : Math.max(0, 1 - (now - this.settledAt) / FADING_MS);
    if (left && this.steps.length > 1) paintTrail(context, this.steps.map((step) => at(...step)), colours, left);
    paintStar(context, x, y, colours);
    return share < 1 || (left > 0 && left < 1 && this.steps.length > 1);
  }
}

function paintTrail(context, steps, colours, left) {
  Object.assign(context, { lineCap: "round", lineJoin: "round" });
  steps.slice(1).forEach((step, index) => {
    const newness = (index + 1) / steps.length;
    context.beginPath();
    context.moveTo(...steps[index]);
    context.lineTo(...step);
    context.lineWidth = 1.5 + 3 * newness;
    context.strokeStyle = css(colours.extra, (0.15 + 0.75 * newness) * left);
    context.stroke();
  });
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
