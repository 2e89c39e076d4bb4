// Shared by the components that paint pictures: it is put in front of each of them.

const DARK = "#1a1d29";
const LIGHT = "#ffffff";

/** Split a message from `ui.message.pack` into its header and its arrays by name. */
function readMessage(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const start = 4 + view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(data.subarray(4, start)));
  const arrays = {};
  for (const [name, { type, offset, length }] of Object.entries(header.arrays)) {
    const bytes = data.slice(start + offset, start + offset + length);
    arrays[name] = type === "float32" ? new Float32Array(bytes.buffer) : bytes;
  }
  return { header, arrays };
}

/** Read a colour of the theme as [r, g, b]. */
function themeColour(element, variable, fallback) {
  const context = document.createElement("canvas").getContext("2d");
  context.fillStyle = fallback;
  context.fillStyle = getComputedStyle(element).getPropertyValue(variable).trim() || fallback;
  const hex = context.fillStyle;
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** Colours of ink, paper and both signs of an error, for the theme that is on. */
function palette(element) {
  return {
    ink: themeColour(element, "--st-text-color", DARK),
    paper: themeColour(element, "--st-secondary-background-color", LIGHT),
    accent: themeColour(element, "--st-primary-color", "#3b5bdb"),
    missing: themeColour(element, "--st-blue-color", "#3b82f6"),
    extra: themeColour(element, "--st-orange-color", "#e0682b"),
  };
}

function css([red, green, blue], alpha = 1) {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** Paint values 0 (paper) to 255 (ink) into a canvas, one canvas pixel each. */
function paintInk(canvas, values, height, width, colours) {
  paintPixels(canvas, height, width, (index) => mix(colours.paper, colours.ink, values[index] / 255));
}

/** Paint a photo as it is: three bytes a pixel. */
function paintPhoto(canvas, values, height, width) {
  paintPixels(canvas, height, width, (index) => values.subarray(3 * index, 3 * index + 3));
}

/** Paint signed errors, -127 (ink is missing) to 127 (ink too much), stored as bytes around 128. */
function paintError(canvas, values, height, width, colours) {
  paintPixels(canvas, height, width, (index) => {
    const error = (values[index] - 128) / 127;
    return mix(colours.paper, error < 0 ? colours.missing : colours.extra, Math.min(1, Math.abs(error) * 1.2));
  });
}

function paintPixels(canvas, height, width, colourAt) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let index = 0; index < width * height; index += 1) {
    image.data.set(colourAt(index), 4 * index);
    image.data[4 * index + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

function mix(from, to, share) {
  return from.map((value, channel) => value + (to[channel] - value) * share);
}
