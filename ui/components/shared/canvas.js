// A canvas fitted to the screen.

/**
 * Fit a canvas to its size on the screen and clear it; what is painted then is measured in CSS pixels.
 *
 * @param {HTMLCanvasElement} canvas
 * @returns {{ context: CanvasRenderingContext2D, width: number, height: number }}
 */
export function fitted(canvas) {
  const density = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  const size = { width: Math.round(width * density), height: Math.round(height * density) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

/**
 * Paint a filled circle with a rim.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} place its middle
 * @param {number} radius
 * @param {string} fill
 * @param {string} rim
 * @param {number} [width] of the rim
 */
export function paintDisc(context, [x, y], radius, fill, rim, width = 2) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  Object.assign(context, { lineWidth: width, strokeStyle: rim });
  context.stroke();
}

/**
 * Paint rings on top of each other, the first one undermost.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} place their middle
 * @param {number} radius
 * @param {[width: number, colour: string][]} lines
 */
export function paintRings(context, [x, y], radius, lines) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [lineWidth, strokeStyle] of lines) {
    Object.assign(context, { lineWidth, strokeStyle });
    context.stroke();
  }
}

/**
 * Write a text with a rim around it, in the font and alignment that the context has.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string | number} text
 * @param {number[]} place
 * @param {[width: number, colour: string]} rim
 * @param {string} fill
 */
export function paintText(context, text, [x, y], [lineWidth, strokeStyle], fill) {
  Object.assign(context, { lineJoin: "round", lineWidth, strokeStyle, fillStyle: fill });
  context.strokeText(String(text), x, y);
  context.fillText(String(text), x, y);
}
