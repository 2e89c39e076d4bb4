// What the server says a place decodes to, for a plane whose model has not come.

export class Served {
  constructor() {
    /** @type {Float32Array | null} */
    this.picture = null;
    /** @type {number[]} */
    this.at = [];
  }

  /**
   * @param {Uint8Array} ink empty where the server says nothing
   * @param {number[]} at
   */
  take(ink, at) {
    if (!ink.length) return;
    this.picture = Float32Array.from(ink, (byte) => byte / 255);
    this.at = at;
  }

  /**
   * @param {number[]} place
   * @returns {Float32Array | null} its picture, 0 to 1; null where the server has not spoken of this place
   */
  of(place) {
    return this.picture && place.every((value, axis) => value === this.at[axis]) ? this.picture : null;
  }
}
