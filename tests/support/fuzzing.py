"""How much is tried of inputs that nobody meant: ten thousand in all, or so many times more as a variable says."""

import os

TIMES = int(os.environ.get("AEMODELS_FUZZ", "1"))
ARRAYS, FILES, MESSAGES, STROKES, TENSORS, KEPT = 1200, 800, 1000, 300, 500, 6200
assert ARRAYS + FILES + MESSAGES + STROKES + TENSORS + KEPT == 10_000
SLOW, MORE_MEMORY = 2.0, 300  # seconds of a processor for one; megabytes on top of what there was
