"""Colours that are shown together stay apart for every kind of colour vision.

Source of the simulation: Machado, Oliveira and Fernandes 2009, A Physiologically-based Model for Simulation of Color
Vision Deficiency; the matrices for full dichromacy, which apply to linear sRGB.
"""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from skimage.color import deltaE_ciede2000, rgb2lab

from aemodels.figures.style import CLASS_COLOURS, CLUSTER_COLOURS, CURVES, GREY

ROOT = Path(__file__).parent.parent
COMPONENTS = ROOT / "ui/components"
THEMES = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())["theme"]
VISIONS = {
    "usual": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def colours_in(file: str, variable: str) -> list[str]:
    """Return the colours that a stylesheet gives a variable, in its order."""
    return re.findall(rf"{variable}: (#[0-9a-f]{{6}});", (COMPONENTS / file).read_text())


def linear(colour: str) -> np.ndarray:
    """Return "#rrggbb" as linear red, green and blue from 0 to 1, (3,)."""
    shares = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def seen(colour: str, vision: str) -> np.ndarray:
    """Return how a colour looks in a kind of vision, in CIELAB, (3,)."""
    light = np.clip(np.array(VISIONS[vision]) @ linear(colour), 0, 1)
    shares = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return rgb2lab(shares[None, None])[0, 0]


def nearest(colours: list[str] | tuple[str, ...], vision: str) -> tuple[float, str, str]:
    """Return the least CIEDE2000 distance of two of these colours, and these."""
    pairs = combinations(colours, 2)
    return min((float(deltaE_ciede2000(seen(a, vision), seen(b, vision))), a, b) for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast of two colours, 1 to 21."""
    low, high = sorted(float(np.dot([0.2126, 0.7152, 0.0722], linear(colour))) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return what `color-mix` in sRGB makes of two colours, that share of the first."""
    pairs = [(int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(share * one + (1 - share) * two):02x}" for one, two in pairs)


def curves_of(theme: str) -> list[str]:
    """Return the colours of a loss's terms: two of the theme's, and two of the chart's own."""
    own = colours_in("learning_curves/learning_curves.css", "--term")
    return [THEMES[theme]["blueColor"], THEMES[theme]["orangeColor"], *own]


SETS = {
    "classes": (CLASS_COLOURS, 11),  # of just noticeable differences
    "clusters": (CLUSTER_COLOURS[10:], 7),  # their numbers are written on the map
    "lines": (colours_in("shared/lines.css", "--own"), 12),
    "figures": (CURVES, 12),
    "terms, light": (curves_of("light"), 9),
    "terms, dark": (curves_of("dark"), 9),
    "error, light": ([THEMES["light"][name] for name in ("blueColor", "orangeColor", "backgroundColor")], 30),
    "error, dark": ([THEMES["dark"][name] for name in ("blueColor", "orangeColor", "backgroundColor")], 30),
}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("name", SETS)
def test_colours_that_are_shown_together_stay_apart(name, vision):
    colours, least = SETS[name]
    assert len(colours) > 2
    assert nearest(colours, vision)[0] >= least, nearest(colours, vision)


def test_the_simulation_confuses_what_those_who_lack_a_cone_confuse():
    assert nearest(["#cc0000", "#00a000"], "usual")[0] > 50
    assert nearest(["#d55e00", "#a6761d"], "protanopia")[0] < 3
    assert nearest(["#2f7fd6", "#a45bc9"], "deuteranopia")[0] < 4


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_and_marks_can_be_seen(theme):
    colours = THEMES[theme]
    for ground in (colours["backgroundColor"], colours["secondaryBackgroundColor"]):
        assert contrast(colours["textColor"], ground) >= 7
        assert contrast(colours["primaryColor"], ground) >= 4.5
    for mark in ("blueColor", "orangeColor", "primaryColor"):
        assert contrast(colours[mark], colours["backgroundColor"]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_can_be_seen_on_the_ground_of_both_themes(theme):
    ground = THEMES[theme]["backgroundColor"]
    own = [mixed(colour, THEMES[theme]["textColor"], 0.82) for colour in colours_in("shared/lines.css", "--own")]
    for colour in (*CURVES, GREY, *own, *curves_of(theme)):
        assert contrast(colour, ground) >= 3, colour
