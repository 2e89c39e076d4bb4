"""Move, turn, scale and shear training images a little, so that a large network sees more than 55,000."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

TURN = math.radians(12)
SCALE = 0.12
SHEAR = 0.2
SHIFT = 2 / 14


def affine(x: Tensor, share: float) -> Tensor:
    """Return some images a random affine motion.

    Args:
        x: (B, 1, 28, 28) in [0, 1].
        share: Chance of each image to be moved, 0 to 1.

    Returns:
        Same shape and range.
    """
    count = len(x)
    moved = int((torch.rand(count) < share).sum())
    if moved == 0:
        return x
    grid = F.affine_grid(_motions(moved).to(x.device), [moved, *x.shape[1:]], align_corners=False)
    turned = F.grid_sample(x[:moved], grid, align_corners=False).clamp(0, 1)
    return torch.cat([turned, x[moved:]])


def _motions(count: int) -> Tensor:
    """Draw affine matrices (count, 2, 3) in the normalised coordinates of `affine_grid`."""
    turn, scale_x, scale_y, shear, shift_x, shift_y = (torch.rand(6, count) * 2 - 1).unbind()
    cosine, sine = torch.cos(turn * TURN), torch.sin(turn * TURN)
    scale_x, scale_y = 1 + scale_x * SCALE, 1 + scale_y * SCALE
    top = torch.stack([cosine * scale_x, -sine * scale_y + shear * SHEAR, shift_x * SHIFT], 1)
    bottom = torch.stack([sine * scale_x, cosine * scale_y, shift_y * SHIFT], 1)
    return torch.stack([top, bottom], 1)
