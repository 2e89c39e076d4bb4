// Space seen from outside: points and planes, turned by two angles and painted from back to front.

const FARTHEST_TILT = 1.5;
const FILL = 0.4; // of the canvas's shorter side for the farthest point
const PLANE_REACH = 1.08;
const POINT = 2.2;

/** Turn a place in space, around the upright axis and then towards the viewer: [right, up, near]. */
function turned([x, y, z], { turn, tilt }) {
  const right = x * Math.cos(turn) - y * Math.sin(turn);
  const deep = x * Math.sin(turn) + y * Math.cos(turn);
  return [right, z * Math.cos(tilt) + deep * Math.sin(tilt), z * Math.sin(tilt) - deep * Math.cos(tilt)];
}

/** Cut a flat array into triples. */
function triples(values) {
  return Array.from({ length: values.length / 3 }, (_, index) => [...values.subarray(3 * index, 3 * index + 3)]);
}

/** The corners of a plane around its centre, as far out as the points reach along its two directions. */
function corners([centre, first, second], points) {
  const reach = [first, second].map(
    (direction) => PLANE_REACH * Math.max(...points.map((point) => Math.abs(dot(minus(point, centre), direction)))),
  );
  const signs = [[-1, -1], [1, -1], [1, 1], [-1, 1]];
  return signs.map(([one, two]) => centre.map((at, axis) => at + one * reach[0] * first[axis] + two * reach[1] * second[axis]));
}

/** Paint the points behind a plane, the planes, then the points before it. */
function paintSpace(canvas, { points, planes, view, colours }) {
  const { context, width, height } = sharp(canvas);
  const farthest = Math.max(...points.map((point) => Math.hypot(...point)));
  const scale = (FILL * Math.min(width, height * 1.25)) / farthest;
  const place = (point) => {
    const [right, up] = turned(point, view);
    return [width / 2 + scale * right, height / 2 - scale * up];
  };
  const front = planes.at(-1).axes;
  const normal = cross(front[1], front[2]);
  const towards = Math.sign(turned(normal, view)[2]) || 1;
  const before = points.map((point) => dot(minus(point, front[0]), normal) * towards >= 0);
  const paintPoints = (which, alpha) => {
    context.fillStyle = css(colours.ink, alpha);
    points.forEach((point, index) => {
      if (before[index] !== which) return;
      const [x, y] = place(point);
      context.beginPath();
      context.arc(x, y, POINT, 0, 2 * Math.PI);
      context.fill();
    });
  };
  paintPoints(false, 0.5);
  for (const plane of planes) paintPlane(context, corners(plane.axes, points).map(place), plane.colour);
  paintPoints(true, 0.9);
}

function paintPlane(context, [first, ...others], colour) {
  context.beginPath();
  context.moveTo(...first);
  for (const corner of others) context.lineTo(...corner);
  context.closePath();
  context.fillStyle = css(colour, 0.26);
  context.strokeStyle = css(colour, 0.95);
  context.lineWidth = 2;
  context.fill();
  context.stroke();
}

/** Fit a canvas to its size on the screen and clear it; paints in CSS pixels. */
function sharp(canvas) {
  const density = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  const size = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

const dot = (one, other) => one.reduce((sum, value, axis) => sum + value * other[axis], 0);
const minus = (one, other) => one.map((value, axis) => value - other[axis]);
const cross = ([a, b, c], [d, e, f]) => [b * f - c * e, c * d - a * f, a * e - b * d];
