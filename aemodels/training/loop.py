"""One training loop for every variant: one-cycle schedule, averaged weights, seeded, resumable.

Alone it uses every core, or the GPU where there is one; under `torchrun` the same loop runs on several processes
or machines, each taking its share of every batch. An interrupted run continues from its last finished epoch: every
epoch draws its order, noise and motions from a seed of its own, so the result is the same.
"""

import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import processes, resume
from aemodels.training.phase import PhaseRun

STEPS_TIMED = 3
FROM_NOTHING = {"history": [], "phase": 0, "run": None}


def fit(
    model: Autoencoder,
    train: Tensor,
    validation: Tensor,
    state_file: Path,
    on_epochs: Callable[[int], None] = lambda _: None,
) -> list[dict]:
    """Train a model in place and leave the averaged weights in it.

    Args:
        model: Fresh network.
        train: (N, 1, 28, 28) in [0, 1].
        validation: (M, 1, 28, 28).
        state_file: Where the state of an unfinished run is kept; removed by the caller when all is saved.
        on_epochs: Told how many epochs more are done, those of an interrupted run included.

    Returns:
        History: one dict an epoch: phase, epoch, both splits' terms, learning rate, seconds, `epoch_measures`.

    Raises:
        UnfinishedRun, CannotWrite: The state there does not fit any more, or cannot be kept; see `resume`.
    """
    model.prepare(train)
    phases = [phase for phase in model.phases() if phase.epochs]
    accelerator = processes.accelerator(unused_parameters=len(phases) > 1)
    train, validation = train.to(accelerator.device), validation.to(accelerator.device)
    state = processes.from_first(lambda: resume.load(state_file, model)) or FROM_NOTHING
    history, begun = [*state["history"]], state["phase"]
    on_epochs(len(history))
    for index, phase in list(enumerate(phases))[begun:]:
        run = PhaseRun(accelerator, model, phase, _steps(model, train))
        if index == begun and state["run"]:
            run.load_state_dict(state["run"])
        for epoch in run.epochs(f"{model.spec.title} · {phase.name}"):
            history.append(run.epoch(epoch, train, validation))
            _keep(state_file, run, {"phase": index, "run": run.state_dict(), "history": history})
            on_epochs(1)
        run.finish()
    model.cpu()
    return history


def _keep(state_file: Path, run: PhaseRun, state: dict) -> None:
    """Write a run's state, from the first process alone."""
    if run.accelerator.is_main_process:
        resume.save(state_file, run.model, state)


def _steps(model: Autoencoder, x: Tensor) -> int:
    """Count the steps of an epoch."""
    return len(model.batches(x, torch.arange(len(x)), model.spec.recipe.batch_size))


def estimate_seconds(model: Autoencoder) -> float:
    """Time a few steps on random input and extrapolate to the whole training; changes the model's weights."""
    seconds = 0.0
    size = model.spec.recipe.batch_size
    for phase in (phase for phase in model.phases() if phase.epochs):
        run = PhaseRun(processes.accelerator(), model, phase, -(-model.examples // size))
        x = model.example(size).to(run.accelerator.device)
        run.step(x, progress=0.0)
        started = time.perf_counter()
        for _ in range(STEPS_TIMED):
            run.step(x, progress=0.0)
        seconds += (time.perf_counter() - started) / STEPS_TIMED * run.steps * phase.epochs
    return seconds
