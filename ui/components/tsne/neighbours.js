// Who is near whom in the space of the codes: found exactly, by measuring every pair once.

/** @typedef {{ indices: Int32Array, squares: Float64Array }} Neighbours in no particular order, a row for every code */

/**
 * Find every code's nearest others. Yields the share of the work that is done, 0 to 1, so that its caller may breathe.
 *
 * @param {Float32Array} codes row by row
 * @param {number} count
 * @param {number} columns numbers a code
 * @param {number} wanted neighbours a code
 * @returns {Generator<number, Neighbours>} who they are, and their squared distances
 */
export function* nearest(codes, count, columns, wanted) {
  const heaps = new Heaps(count, wanted);
  const { farthest } = heaps;
  let measured = 0;
  for (let one = 0; one < count; one += 1) {
    const from = one * columns;
    for (let other = one + 1; other < count; other += 1) {
      const to = other * columns;
      let square = 0;
      for (let column = 0; column < columns; column += 1) {
        const gap = codes[from + column] - codes[to + column];
        square += gap * gap;
      }
      if (square < farthest[one]) heaps.offer(one, other, square);
      if (square < farthest[other]) heaps.offer(other, one, square);
    }
    measured += count - one;
    if (measured * columns > 4e6) {
      measured = 0;
      yield 1 - ((count - one - 1) / count) ** 2;
    }
  }
  return { indices: heaps.indices, squares: heaps.squares };
}

/** For every code the best candidates so far, as a heap whose farthest stands first; all of them in two flat arrays. */
class Heaps {
  /**
   * @param {number} count of codes
   * @param {number} size candidates for each
   */
  constructor(count, size) {
    this.size = size;
    this.indices = new Int32Array(count * size).fill(-1);
    this.squares = new Float64Array(count * size).fill(Infinity);
    this.farthest = new Float64Array(count).fill(Infinity);
  }

  /** Put a nearer candidate in the place of the farthest. */
  offer(row, index, square) {
    const { size, indices, squares } = this;
    const base = row * size;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && squares[base + child + 1] > squares[base + child]) child += 1;
      if (squares[base + child] <= square) break;
      squares[base + at] = squares[base + child];
      indices[base + at] = indices[base + child];
      at = child;
    }
    squares[base + at] = square;
    indices[base + at] = index;
    this.farthest[row] = squares[base];
  }
}
