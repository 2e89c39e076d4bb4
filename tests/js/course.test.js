import assert from "node:assert/strict";
import { test } from "node:test";
import { courseAt, courseOf } from "../../ui/components/shared/course.js";

function near(one, other) {
  for (const [axis, value] of one.entries()) assert.ok(Math.abs(value - other[axis]) < 1e-9, `${one} ${other}`);
}

test("a straight course has equal steps and both ends", () => {
  assert.deepEqual(
    courseOf(
      [
        [0, 0],
        [4, 2],
      ],
      3,
      false,
    ),
    [
      [0, 0],
      [2, 1],
      [4, 2],
    ],
  );
});

test("every leg takes the same share of the way", () => {
  const stops = [
    [0, 0],
    [1, 0],
    [1, 10],
  ];
  near(courseAt(stops, 0.5, false), [1, 0]);
  near(courseAt(stops, 0.75, false), [1, 5]);
  near(courseAt(stops, 1, false), [1, 10]);
});

test("along a circle the distance from zero changes evenly", () => {
  near(
    courseAt(
      [
        [1, 0],
        [0, 1],
      ],
      0.5,
      true,
    ),
    [Math.SQRT1_2, Math.SQRT1_2],
  );
  const half = courseAt(
    [
      [1, 0],
      [0, 3],
    ],
    0.5,
    true,
  );
  assert.ok(Math.abs(Math.hypot(...half) - 2) < 1e-9);
});

test("it goes straight where no circle is defined", () => {
  const half = (from, to) => courseAt([from, to], 0.5, true);
  near(half([0, 0], [2, 0]), [1, 0]);
  near(half([5e-5, 0], [0, 2]), [2.5e-5, 1]);
  near(half([1, 0], [-1, 0]), [0, 0]);
  near(half([1, 1], [2, 2]), [1.5, 1.5]);
});

test("codes may have more than two numbers", () => {
  near(
    courseAt(
      [
        [1, 0, 0],
        [0, 0, 1],
      ],
      0.5,
      true,
    ),
    [Math.SQRT1_2, 0, Math.SQRT1_2],
  );
});
