"""One phase of training under way: optimiser, one-cycle schedule, averaged weights, seeded epochs."""

import time
from collections.abc import Iterator
from typing import cast

import torch
from accelerate import Accelerator
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from tqdm import tqdm

from aemodels.networks.autoencoder import Autoencoder, Phase
from aemodels.specs import Recipe
from aemodels.training.augmentation import affine

FADE_OUT = 0.15


class Objective(nn.Module):
    """A phase's terms as a forward pass, so that gradients are shared between processes."""

    def __init__(self, model: Autoencoder, phase: Phase):
        super().__init__()
        self.model = model
        self.terms = phase.terms
        self.wants_bfloat16 = model.spec.recipe.bfloat16

    def forward(self, x: Tensor, target: Tensor) -> dict[str, Tensor]:
        """Map (B, 1, 28, 28) input and target to named scalars."""
        wanted = self.wants_bfloat16 and computes_bfloat16(x.device)
        with torch.autocast(x.device.type, torch.bfloat16, enabled=wanted):
            return self.terms(x, target)


def computes_bfloat16(device: torch.device) -> bool:
    """Return whether a device has bfloat16 for every layer; some CPUs do not, and an LSTM fails there."""
    return device.type != "cpu" or torch.ops.mkldnn._is_mkldnn_bf16_supported()


def optimiser_in_words(recipe: Recipe) -> str:
    """Name the optimiser that `PhaseRun` makes, with its settings."""
    return f"AdamW, fused, betas 0.9 and 0.999, weight decay {recipe.weight_decay:g}"


def schedule_in_words(recipe: Recipe) -> str:
    """Name the schedule of the learning rate that `PhaseRun` makes, with its settings."""
    peak = f"up to {recipe.learning_rate:g} in the first {recipe.warm_up:.0%} of the steps"
    return f"one-cycle, cosine, {peak}, momentum 0.95 to 0.85; weights averaged with decay {recipe.averaging:g}"


class PhaseRun:
    """Optimiser, schedule and averaged weights of one phase under way."""

    def __init__(self, accelerator: Accelerator, model: Autoencoder, phase: Phase, steps: int):
        if phase.begin:
            phase.begin()
        self.accelerator, self.model, self.phase = accelerator, model, phase
        self.recipe = recipe = model.spec.recipe
        self.steps = steps
        self.done = 0
        model.to(cast(torch.device, accelerator.device))
        model.to(memory_format=torch.channels_last)
        optimizer = torch.optim.AdamW(
            phase.parameters, lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimizer, recipe.learning_rate, total_steps=self.steps * phase.epochs, pct_start=recipe.warm_up
        )
        self.averaged = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging))
        self.objective, self.optimizer = accelerator.prepare(Objective(model, phase), optimizer)

    def epochs(self, title: str) -> Iterator[int]:
        """Yield the epochs that are left, with a progress bar on the main process."""
        quiet = not self.accelerator.is_main_process
        yield from tqdm(
            range(self.done, self.phase.epochs),
            title,
            initial=self.done,
            total=self.phase.epochs,
            disable=quiet,
        )

    def epoch(self, epoch: int, train: Tensor, validation: Tensor) -> dict:
        """Go once through the training images and measure the averaged weights on the validation images."""
        started = time.perf_counter()
        torch.manual_seed(self.recipe.seed * 10_007 + epoch)
        order = torch.randperm(len(train))
        torch.manual_seed(torch.initial_seed() + 1_000_003 * self.accelerator.process_index)
        totals: dict[str, Tensor] = {}
        self.objective.train()
        for step, batch in enumerate(self.model.batches(train, order, self.recipe.batch_size)):
            share = self._share(batch)
            progress = (epoch + step / self.steps) / self.phase.epochs
            for name, value in self.step(train[share], progress).items():
                totals[name] = totals.get(name, 0) + value.detach() / self.steps
        self.done = epoch + 1
        return {
            "phase": self.phase.name,
            "epoch": epoch + 1,
            "train": {name: float(value) for name, value in totals.items()},
            "validation": self._validate(validation),
            "learning_rate": self.schedule.get_last_lr()[0],
            "seconds": time.perf_counter() - started,
        } | self._own_measures()

    def _share(self, batch: Tensor) -> Tensor:
        """Return this process's part of a batch; all of one that is too small to part."""
        count = self.accelerator.num_processes
        return batch[self.accelerator.process_index :: count] if len(batch) >= count else batch

    def step(self, target: Tensor, progress: float) -> dict[str, Tensor]:
        """Take one step on clean images (B, 1, 28, 28); progress is the share of the phase that is done, 0 to 1."""
        if self.recipe.affine:
            fade = min(1.0, (1 - progress) / FADE_OUT)
            target = affine(target, self.recipe.affine * fade)
        if self.recipe.binarised:
            target = torch.bernoulli(target)
        terms = self.objective(self.model.corrupt(target), target)
        self.optimizer.zero_grad()
        self.accelerator.backward(sum(terms.values()))
        self.optimizer.step()
        self.schedule.step()
        self.averaged.update_parameters(self.model)
        return terms

    @property
    def _averaged_model(self) -> Autoencoder:
        return cast(Autoencoder, self.averaged.module)

    @torch.inference_mode()
    def _validate(self, validation: Tensor) -> dict[str, float]:
        self.averaged.eval()
        averaged_phase = {phase.name: phase for phase in self._averaged_model.phases()}[self.phase.name]
        totals: dict[str, float] = {}
        if self.recipe.binarised:
            validation = torch.bernoulli(validation)
        for rows in self.model.batches(validation, torch.arange(len(validation)), 1000):
            batch = validation[rows]
            for name, value in averaged_phase.terms(self.model.corrupt(batch), batch).items():
                totals[name] = totals.get(name, 0.0) + float(value) * len(batch) / len(validation)
        return totals

    @torch.no_grad()
    def _own_measures(self) -> dict[str, float]:
        return self._averaged_model.epoch_measures()

    def finish(self) -> None:
        """Leave the averaged weights in the model."""
        self.model.load_state_dict(self._averaged_model.state_dict())
        self.model.eval()

    def state_dict(self) -> dict:
        """Everything that an interrupted phase needs to go on."""
        return {
            "done": self.done,
            "model": self.model.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }

    def load_state_dict(self, state: dict) -> None:
        """Take up an interrupted phase where it stopped."""
        self.done = state["done"]
        self.model.load_state_dict(state["model"])
        self.averaged.load_state_dict(state["averaged"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
