// What is wrong with a file that somebody wants to load, and what to do: one sentence for each fault.

const MEGABYTE = 2 ** 20;
const GIGABYTE = 2 ** 30;
const LONGEST_NAME = 40;

/** A name from a file, short enough for a sentence. */
const quoted = (name) => `“${String(name).slice(0, LONGEST_NAME)}”`;
const size = (bytes) =>
  bytes < GIGABYTE ? `${Math.ceil(bytes / MEGABYTE)} MB` : `${(bytes / GIGABYTE).toPrecision(2)} GB`;
const shaped = (shape) => shape.join(" × ") || "a single number";
const OWN = "Choose a file that the page “Train one” has saved.";

export const sentences = {
  /** @type {(bytes: number, most: number) => string} */
  tooLarge: (bytes, most) => `This file has ${size(bytes)}; a model of this page has at most ${size(most)}. ${OWN}`,
  empty: () => `This file is empty. ${OWN}`,
  cutShort: () => "This file has been cut short, its end is missing. Download or copy it again.",
  tooMuch: () => "This file is longer than it says, so it is damaged. Download or copy it again.",
  pickle: () =>
    "This file is a pickle, as torch.save writes it: opening one can run any program, so it is not opened. Save the " +
    "weights with safetensors instead.",
  /** @type {(bytes: number, most: number) => string} */
  longHeader: (bytes, most) =>
    `This file says that its header has ${size(bytes)}; none has more than ${size(most)}, so it is damaged or no ` +
    `safetensors file. ${OWN}`,
  other: () => `This is no safetensors file, or its header is damaged. ${OWN}`,
  /** @type {(name: string, kind: any) => string} */
  kind: (name, kind) =>
    `The numbers of ${quoted(name)} are of the kind ${quoted(kind)}, which is not read here. Save them as float32.`,
  /** @type {(name: string) => string} */
  place: (name) =>
    `The header does not say rightly where the numbers of ${quoted(name)} are, so the file is damaged. Download or ` +
    "copy it again.",
  noSettings: () => `This file does not say with which settings its network was trained. ${OWN}`,
  badSettings: () => `The settings in this file make no sense, so it is damaged. ${OWN}`,
  /** @type {(name: string) => string} */
  missing: (name) => `This file lacks ${quoted(name)}, which a network with its settings has. ${OWN}`,
  /** @type {(name: string) => string} */
  unknown: (name) => `This file has ${quoted(name)}, which a network with its settings does not have. ${OWN}`,
  /** @type {(name: string, shape: number[], wanted: number[]) => string} */
  shape: (name, shape, wanted) =>
    `${quoted(name)} has the shape ${shaped(shape)}, but the settings in this file want ${shaped(wanted)}. ${OWN}`,
  /** @type {(name: string) => string} */
  notFinite: (name) =>
    `${quoted(name)} holds numbers that are none (NaN or infinite): this training had diverged. Save a model before ` +
    "that happens.",
  notKept: () =>
    "This browser keeps nothing for this page: its storage is full, or it is in private mode. Save the model as a file " +
    "instead.",
};
