"""A function of a model, followed step by step and written as the layers that a browser runs.

What torch does on the way is read off its own graph, not off names: modules, functions, and methods of tensors. Those
that only change a shape leave no trace, for all numbers keep their order.
"""

import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, fx, nn
from torch.fx.passes.shape_prop import ShapeProp

from aemodels.inspection.browser_layers import Activation, Cut, Dense, Last, Layer, Recurrent, Repeat, Scaling, Shift
from aemodels.inspection.browser_windows import Convolution, Pooling, TransposedConvolution, Upsampling

MODULES = {nn.ReLU: "relu", nn.SELU: "selu", nn.SiLU: "silu", nn.Sigmoid: "sigmoid", nn.Tanh: "tanh"}
FUNCTIONS = {torch.relu: "relu", F.relu: "relu", F.selu: "selu", F.silu: "silu", torch.sigmoid: "sigmoid"}
FUNCTIONS[torch.tanh] = "tanh"
SHAPES = (nn.Flatten, nn.Unflatten, nn.Identity)
RESHAPING = {"view", "reshape", "flatten", "unflatten", "chunk", "squeeze", "unsqueeze", "contiguous"}
Steps = list[Layer]


class NoLayer(Exception):
    """What a function does at one point is nothing that the browser knows."""


class _Function(nn.Module):
    def __init__(self, model: nn.Module, function: Callable[[Tensor], Tensor]):
        super().__init__()
        self.model, self.function = model, function

    def forward(self, x: Tensor) -> Tensor:
        return self.function(x)


def trace(model: nn.Module, function: Callable[[Tensor], Tensor], trial: Tensor) -> Steps:
    """Write a function as layers.

    Args:
        model: Whose weights it uses.
        function: Maps (B, in) to (B, out).
        trial: (1, in), to learn the shapes with.

    Returns:
        Layers with weights rounded to float16. A cut into several parts that are put together again counts as nothing,
        so compare with the function what they compute.

    Raises:
        NoLayer: The function does something that the browser does not know.
    """
    root = _Function(model, function)
    graph = fx.Tracer().trace(root)
    ShapeProp(fx.GraphModule(root, graph)).propagate(trial)
    (result,) = next(node for node in graph.nodes if node.op == "output").args
    return _Walk(root)._steps(result)


class _Walk:
    """Goes from a result back to what it was made of, and lists the layers in between."""

    def __init__(self, root: nn.Module):
        self.root = root

    def _steps(self, node: Any) -> Steps:
        if node.op == "placeholder":
            return []
        if node.op == "call_module":
            before = self._steps(node.args[0])
            return before + _of_module(self.root.get_submodule(node.target), node)
        source, others = self._parted(node)
        return self._steps(source) + _of_function(node, source, others)

    def _parted(self, node: Any) -> tuple[Any, list]:
        """Part what a step is given: the one thing that comes from the input; everything else by its value."""
        first = node.args[0]
        if isinstance(first, (tuple, list)):  # parts put together: follow the first of them
            return first[0], []
        values = [self._value(argument) for argument in node.args]
        sources = [argument for argument, value in zip(node.args, values, strict=True) if value is None]
        if len(sources) != 1:
            raise NoLayer(f"{node.target} of {len(sources)} results")
        return sources[0], values

    def _value(self, argument: Any) -> Any:
        """Return what does not depend on the input; None for what does."""
        if not isinstance(argument, fx.Node):
            return argument
        target: Any = argument.target
        if argument.op == "get_attr":
            return operator.attrgetter(target)(self.root)
        if argument.op == "call_function" and target is getattr:
            given: Any = argument.args
            value = self._value(given[0])
            return None if value is None else getattr(value, given[1])
        return None


def _shape(node: Any) -> Any:
    """Return the shape of what a step makes, without the batch."""
    return tuple(node.meta["tensor_meta"].shape[1:])


def _rounded(weight: Tensor) -> np.ndarray:
    return weight.detach().half().contiguous().numpy()


def _bias(bias: Any, size: int) -> np.ndarray:
    return np.zeros(size, np.float32) if bias is None else bias.detach().numpy().astype(np.float32)


def _dense(weight: Tensor, bias: Tensor | None) -> Dense:
    rows, columns = weight.shape
    return Dense(_rounded(weight), _bias(bias, rows), rows=rows, columns=columns)


def _pair(value: Any) -> tuple[int, int]:
    down, right = (value, value) if isinstance(value, int) else value
    return down, right


def _of_module(module: Any, node: Any) -> Steps:
    if type(module) in MODULES:
        return [Activation(MODULES[type(module)])]
    if isinstance(module, SHAPES):
        return []
    if isinstance(module, nn.Linear):
        return [_dense(module.weight, module.bias)]
    if isinstance(module, nn.LSTM):
        return [_lstm(module, _shape(node.args[0])[0])]
    given, made = _shape(node.args[0]), _shape(node)
    if isinstance(module, nn.Upsample) and module.mode == "nearest":
        return [Upsampling(given, made[1] // given[1])]
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.MaxPool2d)):
        return [_window(module, given, made)]
    raise NoLayer(type(module).__name__)


def _window(module: Any, given: Any, made: Any) -> Layer:
    sizes = [_pair(size) for size in (module.kernel_size, module.stride, module.padding)]
    if _pair(module.dilation) != (1, 1) or getattr(module, "groups", 1) != 1:
        raise NoLayer("dilation or groups")
    if isinstance(module, nn.MaxPool2d):
        return Pooling(given, made, *sizes)
    kind = Convolution if isinstance(module, nn.Conv2d) else TransposedConvolution
    return kind(_rounded(module.weight), _bias(module.bias, made[0]), given, made, *sizes)


def _lstm(module: Any, steps: int) -> Recurrent:
    if module.num_layers != 1 or module.bidirectional or not module.batch_first or module.proj_size:
        raise NoLayer("an LSTM of several layers or directions")
    from_input, from_state, *biases = [parameter.detach() for parameter in module.parameters()]
    bias = _bias(sum(biases) if biases else None, len(from_input))
    return Recurrent(_rounded(from_input), _rounded(from_state), bias, steps, module.input_size, module.hidden_size)


def _of_function(node: Any, source: Any, values: list) -> Steps:
    """Write a function, an operator or a method; `values` are its arguments, None for what comes from the input."""
    target = node.target
    if target in RESHAPING or target is torch.cat:
        return []
    if target in FUNCTIONS:
        return [Activation(FUNCTIONS[target])]
    if target is operator.getitem:
        return _part(values[1], node)
    if target == "expand":
        return [Repeat(int(np.prod(_shape(node)) // np.prod(_shape(source))))]
    if target in ("clamp", torch.clamp):
        return [Cut(node.kwargs.get("min"), node.kwargs.get("max"))]
    if target is F.linear:
        return [_dense(values[1], values[2])]
    if target in (operator.matmul, torch.matmul) and values[0] is None:
        return [_dense(values[1].T, None)]
    return _arithmetic(target, values)


def _part(index: Any, node: Any) -> Steps:
    """Write what an index takes: of a tuple, a part; of steps, the last; with None, another shape."""
    if isinstance(index, int) or None in index:
        return []
    if index == (slice(None), -1):
        return [Last(int(np.prod(_shape(node))))]
    raise NoLayer(f"index {index}")


def _arithmetic(target: Any, values: list) -> Steps:
    """Write a sum, a difference or a product with what does not depend on the input."""
    other = values[1] if values[0] is None else values[0]
    if target is operator.sub and values[0] is None:
        target, other = operator.add, -other
    if target is operator.add and isinstance(other, Tensor):
        return [Shift(_bias(other, 0))]
    if isinstance(other, Tensor) or target not in (operator.add, operator.mul):
        raise NoLayer(str(target))
    return [Scaling(1.0, float(other)) if target is operator.add else Scaling(float(other), 0.0)]
