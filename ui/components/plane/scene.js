// What stands on the plane, layer by layer. `view` is { x, y, half }: the middle of the window and half its side in z.

const DOT = 2.1;
const TICKS = 6;

/** Turns codes into places on a square of `side` CSS pixels and back. */
class Scale {
  constructor(view, side) {
    Object.assign(this, { view, side, perUnit: side / (2 * view.half) });
  }

  x(z1) {
    return this.side / 2 + (z1 - this.view.x) * this.perUnit;
  }

  y(z2) {
    return this.side / 2 - (z2 - this.view.y) * this.perUnit;
  }

  back(x, y) {
    return [this.view.x + (x - this.side / 2) / this.perUnit, this.view.y - (y - this.side / 2) / this.perUnit];
  }
}

/** Codes of test images as dots, one colour a class. */
function paintCodes(context, scale, { codes, labels }, hidden) {
  for (let label = 0; label < CLASS_COLOURS.length; label += 1) {
    if (hidden.has(label)) continue;
    context.fillStyle = CLASS_COLOURS[label];
    context.beginPath();
    for (let index = 0; index < labels.length; index += 1) {
      if (labels[index] !== label) continue;
      const [x, y] = [scale.x(codes[2 * index]), scale.y(codes[2 * index + 1])];
      if (x < -DOT || y < -DOT || x > scale.side + DOT || y > scale.side + DOT) continue;
      context.moveTo(x + DOT, y);
      context.arc(x, y, DOT, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

/** The name of every class in the middle of its dots. */
function paintNames(context, scale, middles, names, hidden, colours) {
  context.font = "700 15px sans-serif";
  middles.forEach(([z1, z2], label) => {
    if (!hidden.has(label)) paintText(context, names[label], scale.x(z1), scale.y(z2), colours, "center");
  });
}

/** Text with a rim of paper around it. */
function paintText(context, text, x, y, colours, align) {
  context.textAlign = align;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = css(colours.paper, 0.9);
  context.strokeText(text, x, y);
  context.fillStyle = css(colours.ink);
  context.fillText(text, x, y);
}

/** Where the standard normal has most of its codes: rings at one, two and three sigma. */
function paintPrior(context, scale, colours) {
  context.font = "600 11px sans-serif";
  for (const sigma of [1, 2, 3]) {
    context.beginPath();
    context.arc(scale.x(0), scale.y(0), sigma * scale.perUnit, 0, 2 * Math.PI);
    context.setLineDash([6, 5]);
    context.lineWidth = 1.6;
    context.strokeStyle = css(colours.ink, 0.75);
    context.stroke();
    context.setLineDash([]);
    const slant = sigma * Math.SQRT1_2;
    paintText(context, `${sigma}σ`, scale.x(slant), scale.y(slant), colours, "center");
  }
}

/** The input's place, with its spread where the model gives one. */
function paintPosterior(context, scale, { mean, deviation }, colours) {
  const [x, y] = [scale.x(mean[0]), scale.y(mean[1])];
  for (const sigma of deviation ? [2, 1] : []) {
    context.beginPath();
    context.ellipse(x, y, sigma * deviation[0] * scale.perUnit, sigma * deviation[1] * scale.perUnit, 0, 0, 2 * Math.PI);
    context.fillStyle = css(colours.accent, 0.22);
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = css(colours.accent);
    context.stroke();
  }
  paintDisc(context, x, y, 5, css(colours.accent), css(colours.paper));
}

function paintDisc(context, x, y, radius, fill, rim) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = rim;
  context.stroke();
}

function paintDraws(context, scale, draws, colours) {
  for (const [z1, z2] of draws) paintDisc(context, scale.x(z1), scale.y(z2), 2.5, css(colours.ink), css(colours.paper));
}

/** Ticks in units of z along the left and lower edge, and the axes themselves. */
function paintAxes(context, scale, colours) {
  const { view, side } = scale;
  const step = niceStep((2 * view.half) / TICKS);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  context.strokeStyle = css(colours.ink, 0.35);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(scale.x(0), 0);
  context.lineTo(scale.x(0), side);
  context.moveTo(0, scale.y(0));
  context.lineTo(side, scale.y(0));
  context.stroke();
  context.font = "11px sans-serif";
  for (const [middle, across] of [[view.x, true], [view.y, false]]) {
    for (let tick = Math.ceil((middle - view.half) / step); tick * step <= middle + view.half; tick += 1) {
      const value = tick * step;
      const place = across ? scale.x(value) : scale.y(value);
      if (place < 34 || place > side - 26) continue;
      const text = value.toFixed(digits).replace("-", "−");
      if (across) paintText(context, text, place, side - 10, colours, "center");
      else paintText(context, text, 8, place, colours, "left");
    }
  }
  context.font = "italic 600 12px sans-serif";
  paintText(context, "z₁", side - 8, side - 11, colours, "right");
  paintText(context, "z₂", 8, 14, colours, "left");
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find((factor) => factor * power >= rough) * power;
}

/** The point that is shown: a cross through the whole plane and a ring. */
function paintCross(context, scale, [z1, z2], colours) {
  const [x, y] = [scale.x(z1), scale.y(z2)];
  for (const [width, colour] of [[3, css(colours.paper, 0.6)], [1, css(colours.accent)]]) {
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, scale.side);
    context.moveTo(0, y);
    context.lineTo(scale.side, y);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  for (const [width, colour] of [[6, css(colours.paper)], [3, css(colours.accent)]]) {
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** A walk: its way through all codes, and its numbered stops. */
function paintWalk(context, scale, stops, way, colours) {
  context.beginPath();
  for (const [z1, z2] of way) context.lineTo(scale.x(z1), scale.y(z2));
  for (const [width, colour] of [[6, css(colours.paper)], [2.5, css(colours.extra)]]) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  context.font = "700 12px sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  stops.forEach(([z1, z2], index) => {
    paintDisc(context, scale.x(z1), scale.y(z2), 10, css(colours.extra), css(colours.paper));
    context.fillStyle = "#14161f";
    context.fillText(index + 1, scale.x(z1), scale.y(z2) + 0.5);
  });
}
