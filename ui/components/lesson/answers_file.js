// The file that a student hands over: what was guessed and answered, and what happened; read again for a teacher's table.

import { blank, checked, countDone, entryOf } from "./record.js";
import { guessWords, optionWords } from "./verdict.js";

const KIND = "aemodels lesson";
const VERSION = 1;
const FORMULA = /^[=+\-@\t\r]/; // what a spreadsheet would compute

/**
 * @typedef {import("./record.js").Lesson} Lesson
 * @typedef {{ number: string, title: string, question: string, guess: import("./verdict.js").Told }} Step
 * @typedef {import("./quiz.js").Question} Question
 */

/**
 * @param {Lesson} lesson
 * @param {Date} now
 * @returns {string} the file, with the answers to the questions only where the student wants them in it
 */
export function fileOf(lesson, now) {
  const answers = lesson.shows ? {} : { before: {}, after: {} };
  return JSON.stringify({ kind: KIND, version: VERSION, saved: now.toISOString(), ...lesson, ...answers }, null, 1);
}

/**
 * @param {string} text of a file
 * @returns {Lesson}
 */
export function readFile(text) {
  const raw = parsed(text);
  if (raw?.kind !== KIND) throw new Error("This is no file of this lesson. Choose files saved on the certificate.");
  if (raw.version !== VERSION) throw new Error("Another version of this lesson wrote this file. Save it anew there.");
  return checked(raw);
}

/**
 * @param {Lesson} lesson
 * @returns {string} a name for its file
 */
export function fileName({ name }) {
  const plain = name.trim().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  return `autoencoder-lesson${plain ? `-${plain}` : ""}.json`;
}

/**
 * @param {Question[]} questions
 * @param {Record<string, string>} answers
 * @returns {number | ""} how many are right; "" where none was answered
 */
export function score(questions, answers) {
  if (!questions.some(({ name }) => answers[name])) return "";
  return questions.filter(({ name, right }) => answers[name] === right).length;
}

/**
 * Lay the answers of a class out, one student a row.
 *
 * @param {{ lesson: Lesson, file: string }[]} class_
 * @param {Step[]} steps
 * @param {Question[]} questions
 * @returns {(string | number)[][]} the headings first
 */
export function tableOf(class_, steps, questions) {
  const numbers = steps.map(({ number }) => number);
  const head = ["Name", "Steps done", "Right before", "Right after"];
  head.push(...steps.map(({ number, title }) => `${number}. ${title}: guess`));
  head.push(...questions.flatMap((_, at) => [`Question ${at + 1} before`, `Question ${at + 1} after`]));
  const rows = class_.map(({ lesson, file }) => [
    lesson.name || file,
    countDone(lesson, numbers),
    score(questions, lesson.before),
    score(questions, lesson.after),
    ...steps.map(({ number, guess }) => guessed(lesson, number, guess)),
    ...questions.flatMap(({ name, options }) =>
      [lesson.before, lesson.after].map((all) => optionWords(options, all[name])),
    ),
  ]);
  return [head, ...rows];
}

/**
 * @param {(string | number)[][]} rows
 * @returns {string} as a table for spreadsheets; nothing in it is a formula there
 */
export function csvOf(rows) {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function guessed(lesson, number, told) {
  const { guess } = entryOf(lesson, number);
  return guess ? guessWords(guess, told) : "";
}

function cell(value) {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return blank();
  }
}
