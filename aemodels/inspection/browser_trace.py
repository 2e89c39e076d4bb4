"""A function of a model, watched while it computes and written as the layers that a browser runs.

What torch does on the way is seen call by call, not read off names of variants. Calls that only change a shape leave no
trace, for all numbers keep their order. Only the thread that watches is watched: `torch.fx` would record as well, but
while it does, no other thread may run a module.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from torch import Tensor
from torch.overrides import TorchFunctionMode

from aemodels.inspection.browser_layers import Activation, Cut, Dense, Last, Layer, Recurrent, Repeat, Scaling, Shift
from aemodels.inspection.browser_windows import Convolution, Pooling, TransposedConvolution, Upsampling

RESHAPING = {"view", "reshape", "flatten", "unflatten", "chunk", "squeeze", "unsqueeze", "contiguous"}
Steps = list[Layer]


class NoLayer(Exception):
    """What a function does at one point is nothing that the browser knows."""


def trace(function: Callable[[Tensor], Tensor], trial: Tensor) -> Steps:
    """Write a function as layers.

    Args:
        function: Maps (B, in) to (B, out).
        trial: (1, in), to compute with.

    Returns:
        Layers with weights rounded to float16. A cut into several parts that are put together again counts as nothing,
        so compare with the function what they compute.

    Raises:
        NoLayer: The function does something that the browser does not know.
    """
    with _Watch(trial) as watch:
        result = function(trial)
    return watch.steps_to(result)


class _Watch(TorchFunctionMode):
    """Notes for every result that comes from one input which layers lead to it."""

    def __init__(self, given: Tensor):
        super().__init__()
        self._known: dict[int, tuple[Tensor, Steps | NoLayer]] = {id(given): (given, [])}

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Compute as ever, and note it."""
        result = func(*args, **(kwargs or {}))
        made = [part for part in (result if isinstance(result, (tuple, list)) else [result]) if self._is_tensor(part)]
        together = bool(args) and isinstance(args[0], (tuple, list))  # parts put together: follow the first of them
        sources = [value for value in (args[0][:1] if together else args) if self._comes_from_input(value)]
        if made and sources:
            steps = self._continued(func.__name__, sources, made[0], args, kwargs or {})
            self._known.update({id(part): (part, steps) for part in made})
        return result

    def steps_to(self, result: Tensor) -> Steps:
        """Return the layers that lead to a result."""
        steps = self._known[id(result)][1] if self._comes_from_input(result) else NoLayer("another input")
        if isinstance(steps, NoLayer):
            raise steps
        return steps

    def _continued(self, name: str, sources: list[Tensor], made: Tensor, args: Any, options: dict) -> Steps | NoLayer:
        try:
            if len(sources) != 1:
                raise NoLayer(f"{name} of {len(sources)} results")
            return self.steps_to(sources[0]) + _of_call(name, sources[0], made, args, options)
        except NoLayer as reason:  # matters only if the result is used
            return reason

    def _comes_from_input(self, value: Any) -> bool:
        return id(value) in self._known

    @staticmethod
    def _is_tensor(value: Any) -> bool:
        return isinstance(value, Tensor)


def _of_call(name: str, given: Tensor, made: Tensor, args: Any, options: dict) -> Steps:
    if name in RESHAPING or name == "cat":
        return []
    if name not in CALLS:
        raise NoLayer(name)
    if name in ("add", "mul") and args[0] is not given:  # either order
        args = args[::-1]
    if args[0] is not given:
        raise NoLayer(f"{name} with the result in second place")
    return CALLS[name](given, made, *args[1:], **options)


def _shape(tensor: Tensor) -> Any:
    """Return a shape without the batch."""
    return tuple(tensor.shape[1:])


def _rounded(weight: Tensor) -> np.ndarray:
    return weight.detach().half().contiguous().numpy()


def _bias(bias: Any, size: int) -> np.ndarray:
    return np.zeros(size, np.float32) if bias is None else bias.detach().numpy().astype(np.float32)


def _pair(value: Any) -> tuple[int, int]:
    down, right = (value, value) if isinstance(value, int) else value
    return down, right


def _activation(name: str) -> Callable[..., Steps]:
    return lambda given, made, inplace=False: [Activation(name)]


def _linear(given: Tensor, made: Tensor, weight: Tensor, bias: Tensor | None = None) -> Steps:
    rows, columns = weight.shape
    return [Dense(_rounded(weight), _bias(bias, rows), rows=rows, columns=columns)]


def _matmul(given: Tensor, made: Tensor, other: Tensor) -> Steps:
    return _linear(given, made, other.T)


def _convolution(given, made, weight, bias=None, stride=1, padding=0, dilation=1, groups=1) -> Steps:
    sizes = _sizes(weight.shape[2:], stride, padding, dilation, groups)
    return [Convolution(_rounded(weight), _bias(bias, made.shape[1]), _shape(given), _shape(made), *sizes)]


def _transposed(given, made, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1) -> Steps:
    sizes = _sizes(weight.shape[2:], stride, padding, dilation, groups)
    return [TransposedConvolution(_rounded(weight), _bias(bias, made.shape[1]), _shape(given), _shape(made), *sizes)]


def _pooling(given, made, kernel_size, stride=None, padding=0, dilation=1, **_options) -> Steps:
    return [
        Pooling(_shape(given), _shape(made), *_sizes(kernel_size, stride or kernel_size, padding, dilation, groups=1))
    ]


def _sizes(kernel: Any, stride: Any, padding: Any, dilation: Any, groups: int) -> list[tuple[int, int]]:
    if _pair(dilation) != (1, 1) or groups != 1:
        raise NoLayer("dilation or groups")
    return [_pair(size) for size in (kernel, stride, padding)]


def _upsampling(given: Tensor, made: Tensor, mode: str = "nearest", **_options) -> Steps:
    if mode != "nearest":
        raise NoLayer(f"upsampling of mode {mode}")
    return [Upsampling(_shape(given), made.shape[2] // given.shape[2])]


def _lstm(given, made, _states, weights, _bias_given, layers, _dropout, _training, both_ways, batch_first) -> Steps:
    from_input, from_state, *biases = [weight.detach() for weight in weights]
    if layers != 1 or both_ways or not batch_first or from_state.shape[1] * 4 != len(from_input):
        raise NoLayer("an LSTM of several layers or directions")
    bias = _bias(sum(biases) if biases else None, len(from_input))
    return [
        Recurrent(_rounded(from_input), _rounded(from_state), bias, given.shape[1], given.shape[2], from_state.shape[1])
    ]


def _part(_given: Tensor, made: Tensor, index: Any) -> Steps:
    """Write what an index takes: of steps, the last; with None, another shape."""
    if index == (slice(None), -1):
        return [Last(math.prod(_shape(made)))]
    if isinstance(index, tuple) and all(part is None or part == slice(None) for part in index):
        return []
    raise NoLayer(f"index {index}")


def _repeated(given: Tensor, made: Tensor, *_sizes: Any) -> Steps:
    return [Repeat(math.prod(_shape(made)) // math.prod(_shape(given)))]


def _sum(_given: Tensor, _made: Tensor, other: Any) -> Steps:
    return [Shift(_bias(other, 0))] if isinstance(other, Tensor) else [Scaling(1.0, float(other))]


def _product(_given: Tensor, _made: Tensor, other: Any) -> Steps:
    if isinstance(other, Tensor):
        raise NoLayer("mul with a tensor")
    return [Scaling(float(other), 0.0)]


CALLS: dict[str, Callable[..., Steps]] = {
    **{name: _activation(name) for name in ("relu", "selu", "silu", "sigmoid", "tanh")},
    **{"linear": _linear, "matmul": _matmul, "conv2d": _convolution, "conv_transpose2d": _transposed},
    **{"max_pool2d": _pooling, "interpolate": _upsampling, "lstm": _lstm},
    **{"__getitem__": _part, "expand": _repeated, "add": _sum, "mul": _product},
    "sub": lambda given, made, other: _sum(given, made, -other),
    "clamp": lambda _given, _made, min=None, max=None: [Cut(min, max)],
}
"""What torch calls its functions and methods, and what each is for a browser."""
