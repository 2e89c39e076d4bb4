// Sheets of five hundred pictures, a hundred a row.

import { make } from "../shared/dom.js";
import { SIDE } from "../shared/picture.js";

const A_ROW = 100; // pictures
const A_SHEET = 500;
const scratch = make("canvas", { width: SIDE, height: SIDE });

/**
 * @param {Response} answer
 * @returns {Promise<ImageBitmap>}
 */
export async function readSheet(answer) {
  return createImageBitmap(await answer.blob());
}

/**
 * @param {number} row of a picture
 * @returns {number} of the sheet that it is on
 */
export function sheetOf(row) {
  return Math.floor(row / A_SHEET);
}

/**
 * Cut one picture out of a sheet.
 *
 * @param {ImageBitmap} sheet
 * @param {number} row of the picture
 * @returns {Uint8ClampedArray} its ink, 0 to 255
 */
export function inkOnSheet(sheet, row) {
  const place = row % A_SHEET;
  const context = scratch.getContext("2d", { willReadFrequently: true });
  context.drawImage(sheet, SIDE * (place % A_ROW), SIDE * Math.floor(place / A_ROW), SIDE, SIDE, 0, 0, SIDE, SIDE);
  return context.getImageData(0, 0, SIDE, SIDE).data.filter((_, index) => index % 4 === 0);
}
