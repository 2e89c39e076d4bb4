"""The ten steps in their order, by the number that stands in the address."""

from ui.sections.lesson import (
    bottleneck,
    code_numbers,
    depth,
    holes,
    noise,
    odd_one,
    sampling,
    sparse,
    straight_lines,
    training,
)

MODULES = (bottleneck, straight_lines, depth, code_numbers, holes, noise, sampling, sparse, odd_one, training)
STEPS = {str(number): module.STEP for number, module in enumerate(MODULES, 1)}
