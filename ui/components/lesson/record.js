// What a student did in the lesson: guesses, outcomes and answers, checked as if a stranger had written them.

import { clamp } from "../shared/numbers.js";

/**
 * @typedef {object} Guess one of its kinds: "choice", "value", "sketch" or "unknown"
 * @property {string} kind
 * @property {string} [choice]
 * @property {number} [value]
 * @property {number[][]} [strokes] in thousandths of the paper's side
 *
 * @typedef {object} Picture
 * @property {string} caption
 * @property {string} ink 784 bytes in base 64
 *
 * @typedef {object} Outcome
 * @property {string} text
 * @property {string | number | null} answer
 * @property {Picture[]} pictures
 *
 * @typedef {object} Judged what was seen at a place of a network's plane
 * @property {string} network
 * @property {number} z1
 * @property {number} z2
 * @property {string} seen
 *
 * @typedef {object} Entry of one step
 * @property {Guess | null} guess
 * @property {Outcome | null} outcome it is done as soon as there is one
 * @property {boolean} skipped because the student knows it already
 * @property {Judged[]} [places] that were judged, in a step that has any
 *
 * @typedef {object} Lesson
 * @property {string} name
 * @property {Record<string, Entry>} steps
 * @property {Record<string, string>} before answers by question
 * @property {Record<string, string>} after
 * @property {boolean} marked whether the answers after are marked; from then on they stand
 * @property {number} tries how often the questions after were begun again
 * @property {boolean} shows whether the answers go onto the certificate and into the file
 */

const MOST_TRIES = 99;
const LONGEST = 600; // characters of a text
const MOST_PICTURES = 8;
const MOST_STROKES = 60;
const MOST_NUMBERS = 4000;
const MOST_ENTRIES = 40;
const MOST_PLACES = 24;
const INK = /^[A-Za-z0-9+/]{1046}==$/; // 784 bytes

/** @returns {Lesson} */
export function blank() {
  return { name: "", steps: {}, before: {}, after: {}, marked: false, tries: 0, shows: false };
}

/**
 * @param {any} raw
 * @returns {Lesson} what of it makes sense
 */
export function checked(raw) {
  return {
    name: text(raw?.name).slice(0, 80),
    steps: mapped(raw?.steps, entry),
    before: mapped(raw?.before, text),
    after: mapped(raw?.after, text),
    marked: raw?.marked === true,
    tries: Number.isInteger(raw?.tries) ? clamp(raw.tries, 0, MOST_TRIES) : 0,
    shows: raw?.shows === true,
  };
}

/**
 * @param {Lesson} lesson
 * @param {string} step
 * @returns {Entry}
 */
export function entryOf(lesson, step) {
  return Object.hasOwn(lesson.steps, step) ? lesson.steps[step] : { guess: null, outcome: null, skipped: false };
}

/**
 * @param {Lesson} lesson
 * @param {string} step
 * @param {Partial<Entry>} change
 * @returns {Lesson}
 */
export function withStep(lesson, step, change) {
  return { ...lesson, steps: { ...lesson.steps, [step]: { ...entryOf(lesson, step), ...change } } };
}

/**
 * @param {Lesson} lesson
 * @param {string[]} steps
 * @returns {number} of them that are done
 */
export function countDone(lesson, steps) {
  return steps.filter((step) => entryOf(lesson, step).outcome).length;
}

function text(raw) {
  return typeof raw === "string" ? raw.slice(0, LONGEST) : "";
}

function mapped(raw, read) {
  if (typeof raw !== "object" || raw === null) return {};
  const entries = Object.entries(raw).slice(0, MOST_ENTRIES);
  return Object.fromEntries(entries.map(([key, value]) => [key.slice(0, LONGEST), read(value)]));
}

/** @returns {Entry} */
function entry(raw) {
  const kept = places(raw?.places);
  return {
    guess: guess(raw?.guess),
    outcome: outcome(raw?.outcome),
    skipped: raw?.skipped === true,
    ...(kept.length > 0 && { places: kept }),
  };
}

/** @returns {Judged[]} */
function places(raw) {
  const sound = (place) => Number.isFinite(place?.z1) && Number.isFinite(place?.z2);
  const kept = Array.isArray(raw) ? raw.filter(sound).slice(0, MOST_PLACES) : [];
  return kept.map(({ network, z1, z2, seen }) => ({ network: text(network), z1, z2, seen: text(seen) }));
}

/** @returns {Guess | null} */
function guess(raw) {
  if (raw?.kind === "choice") return { kind: "choice", choice: text(raw.choice) };
  if (raw?.kind === "value" && Number.isFinite(raw.value)) return { kind: "value", value: raw.value };
  if (raw?.kind === "sketch") return { kind: "sketch", strokes: strokes(raw.strokes) };
  return raw?.kind === "unknown" ? { kind: "unknown" } : null;
}

function strokes(raw) {
  const lists = Array.isArray(raw) ? raw.filter(Array.isArray).slice(0, MOST_STROKES) : [];
  return lists.map((list) => list.filter(Number.isFinite).slice(0, MOST_NUMBERS));
}

/** @returns {Outcome | null} */
function outcome(raw) {
  if (typeof raw?.text !== "string") return null;
  const answer = typeof raw.answer === "string" || Number.isFinite(raw.answer) ? raw.answer : null;
  const pictures = Array.isArray(raw.pictures) ? raw.pictures.slice(0, MOST_PICTURES) : [];
  return {
    text: text(raw.text),
    answer,
    pictures: pictures
      .filter((picture) => INK.test(picture?.ink))
      .map(({ caption, ink }) => ({ caption: text(caption), ink })),
  };
}

/**
 * @param {Lesson} lesson
 * @param {string[]} steps
 * @returns {number} of them that were skipped
 */
export function countSkipped(lesson, steps) {
  return steps.filter((step) => entryOf(lesson, step).skipped && !entryOf(lesson, step).outcome).length;
}
