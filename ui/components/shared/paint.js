// Shared by the components that paint pictures: it is put in front of each of them.

const DARK = "#1a1d29";
const LIGHT = "#ffffff";

// Petroff's ten colours, chosen to stay apart for every kind of colour vision.
const CLASS_COLOURS = [
  ...["#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6"],
  ...["#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"],
];

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

/** Colours of the theme that is on, and what colour a byte of ink (0 to 255) or of error (around 128) has in it. */
function palette(element) {
  const colours = {
    ink: themeColour(element, "--st-text-color", DARK),
    paper: themeColour(element, "--st-secondary-background-color", LIGHT),
    accent: themeColour(element, "--st-primary-color", "#3b5bdb"),
    missing: themeColour(element, "--st-blue-color", "#3b82f6"),
    extra: themeColour(element, "--st-orange-color", "#e0682b"),
  };
  colours.ofInk = byteColours((byte) => mix(colours.paper, colours.ink, byte / 255));
  colours.ofError = byteColours((byte) => {
    const error = (byte - 128) / 127;
    return mix(colours.paper, error < 0 ? colours.missing : colours.extra, Math.min(1, Math.abs(error) * 1.2));
  });
  return colours;
}

function byteColours(colourOf) {
  return Array.from({ length: 256 }, (_, byte) => colourOf(byte));
}

function css([red, green, blue], alpha = 1) {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** Paint bytes of ink, 0 (paper) to 255 (ink), one canvas pixel each. */
function paintInk(canvas, values, height, width, colours) {
  paintPixels(canvas, height, width, (index) => colours.ofInk[values[index]]);
}

/** Paint a photo as it is: three bytes a pixel. */
function paintPhoto(canvas, values, height, width) {
  paintPixels(canvas, height, width, (index) => values.subarray(3 * index, 3 * index + 3));
}

/** Paint signed errors: below 128 ink is missing, above there is too much. */
function paintError(canvas, values, height, width, colours) {
  paintPixels(canvas, height, width, (index) => colours.ofError[values[index]]);
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
