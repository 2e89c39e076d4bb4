"""Noise and damage, added on purpose: one corruption, stacks of them, scribbles."""

from aemodels.corruption.corruption import Corruption

__all__ = ["Corruption"]
