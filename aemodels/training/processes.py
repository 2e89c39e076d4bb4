"""One process or several under `torchrun`, on GPUs where there are some, else on the cores."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import torch
from accelerate import Accelerator, PartialState
from accelerate.utils import DistributedDataParallelKwargs, broadcast_object_list

from aemodels.errors import AutoencoderError

Result = TypeVar("Result")


def state() -> PartialState:
    """Return which of the processes this is, and how they reach each other."""
    return PartialState(cpu=not torch.accelerator.is_available())


def accelerator(unused_parameters: bool = False) -> Accelerator:
    """Make what shares gradients between the processes.

    Args:
        unused_parameters: Whether some weights have no part in the loss.
    """
    state()
    kwargs = DistributedDataParallelKwargs(find_unused_parameters=unused_parameters)
    return Accelerator(cpu=not torch.accelerator.is_available(), kwargs_handlers=[kwargs])


def from_first(work: Callable[[], Result]) -> Result:
    """Let the first process do something, and return its result in all of them.

    Raises:
        AutoencoderError: What the first process raised, in all of them.
    """
    outcome: list[Any] = [None, None]
    if state().is_main_process:
        try:
            outcome[0] = work()
        except AutoencoderError as error:
            outcome[1] = error
    if state().num_processes > 1:
        broadcast_object_list(outcome)
    if outcome[1]:
        raise outcome[1]
    return outcome[0]


def device_name() -> str:
    """Name what computes, e.g. "cpu" or "cuda, NVIDIA H100 80GB HBM3"."""
    device = cast(torch.device, state().device)
    return f"cuda, {torch.cuda.get_device_name(device)}" if device.type == "cuda" else device.type
