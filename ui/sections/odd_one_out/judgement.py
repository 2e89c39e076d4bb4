"""The alarm in words and tiles: whether a picture is odd for a model, and what was measured about alarms like it."""

import math
from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.errors import AutoencoderError
from aemodels.experiments import anomaly_threshold
from ui import models, state
from ui.components.tiles import Tile, tiles
from ui.sample import Sample


class Judgement(NamedTuple):
    """What the alarm says of a picture.

    Attributes:
        rebuilt: What the model made of it.
        errors: (N,) of the model's test images.
        threshold: Error above which the alarm rings.
    """

    rebuilt: models.Rebuilt
    errors: np.ndarray
    threshold: float

    @property
    def odd(self) -> bool:
        """Whether it rings."""
        return self.rebuilt.error > self.threshold

    @property
    def nouns(self) -> str:
        """What the model's test images show."""
        return datasets.TABLE[self.rebuilt.card.spec.data].noun

    @property
    def rank(self) -> str:
        """Where the picture stands among the test images, rounded so that only all of them are 100 %."""
        share = anomaly_threshold.share_below(self.errors, self.rebuilt.error)
        return f"{100 * share:.0f} %" if share in (0, 1) else f"{math.floor(1000 * share) / 10:.1f} %"


def judge(rebuilt: models.Rebuilt, rate: int) -> Judgement:
    """Hold a picture's error against those of the model's test images.

    Args:
        rebuilt: What the model made of the picture.
        rate: False alarms put up with, in percent.

    Raises:
        BadCheckpoint: The model's gallery is missing or damaged.
    """
    errors = models.gallery(rebuilt.name, rebuilt.card.digest)["errors"]
    return Judgement(rebuilt, errors, anomaly_threshold.threshold(errors, rate / 100))


def verdict(judgement: Judgement, study: Sample, rate: int) -> None:
    """Say whether a picture is odd, and what that does not mean."""
    nouns = judgement.nouns
    whose = "The example" if study.example else "This picture"
    rank = f"{whose} is rebuilt worse than {judgement.rank} of the test {nouns}; the alarm rings above {100 - rate} %."
    if judgement.odd:
        proof = f"No proof that it shows something else: of 100 true test {nouns}, {rate} ring too."
        st.warning(f"**Odd.** {rank} {proof}", icon=":material/notifications_active:")
    else:
        proof = f"No proof that it is one of the {nouns}: only that this model can paint it."
        st.info(f"**Ordinary.** {rank} {proof}", icon=":material/notifications_off:")


def panel(known: dict[str, Card], image: np.ndarray, rate: int, selected: str) -> None:
    """Show what the alarms of several models say of one picture; a click chooses the model.

    Args:
        known: Cards by name, in the order of the tiles.
        image: (28, 28).
        rate: False alarms put up with, in percent.
        selected: Name of the model to mark.
    """
    entries = []
    for rebuilt in sorted(models.rebuild_with_all(known, image), key=lambda each: list(known).index(each.name)):
        try:
            entries.append(_tile(judge(rebuilt, rate), rebuilt.name == selected))
        except AutoencoderError as error:
            st.warning(str(error), icon=":material/build:")
    if entries:
        tiles("alarms", entries, width=106, on_choose=lambda name: state.put("model", name))


def _tile(judgement: Judgement, selected: bool) -> Tile:
    spec = judgement.rebuilt.card.spec
    return Tile(
        id=judgement.rebuilt.name,
        picture=judgement.rebuilt.x_hat,
        label=f"Reconstruction by {spec.title}",
        title=spec.title,
        badge="odd" if judgement.odd else "",
        facts=f"{spec.code_size} numbers",
        text=f"worse than {judgement.rank} of its test {judgement.nouns}",
        selected=selected,
    )


def about_clothes(found: dict, known: dict[str, Card]) -> str:
    """Say how well digits models notice clothes, from the figures."""
    results = {name: each for name, each in found["clothes"].items() if name in known}
    order = sorted(results, key=lambda name: results[name]["auc"])
    worst, best = (known[name].spec for name in (order[0], order[-1]))
    least, most = (results[name]["recall"] for name in (order[0], order[-1]))
    return (
        f"Best: **{best.title}** ({best.code_size} numbers) finds {_percent(most)} of "
        f"{found['images']['clothes']:,} clothes at {_percent(found['rate'])} false alarms. Last: "
        f"**{worst.title}** ({worst.code_size} numbers) finds {_percent(least)}: it paints digits so badly "
        "itself that clothes stand out less."
    )


def about_left_out(found: dict, digit: str) -> str:
    """Say how well a digit that was left out in training is noticed, from the figures."""
    each = found["left_out"][digit]
    return (
        f"Without a single {digit} in training, the network rebuilds {digit}s with an error of {each['unseen']:.4f}; "
        f"networks that saw them reach {each['seen']:.4f}. The digits it did learn stand at {each['others']:.4f}. "
        f"At {_percent(found['rate'])} false alarms the alarm finds **{_percent(each['recall'])}** of the {digit}s; "
        f"area under the curve **{each['auc']:.2f}**: {_worth(each['auc'])}"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"


def _worth(area: float) -> str:
    if area < 0.45:
        return "worse than a tossed coin, for the digit it never saw is *easier* for it than those it learnt."
    if area < 0.65:
        return "hardly better than a tossed coin."
    return "a hint, no more." if area < 0.9 else "a useful alarm."


def reasons(found: dict) -> str:
    """Say when and why the method fails, from the figures."""
    one, nine, seven = (found["left_out"][digit] for digit in "197")
    sizes, digit = found["capacity"]["auc"], found["capacity"]["digit"]
    best = max(sizes, key=sizes.get)
    narrow, wide = min(sizes, key=int), max(sizes, key=int)
    return f"""
- **Simple is easy.** A 1 is one stroke, and strokes are in every digit. A network that never saw a 1 rebuilds it with
  an error of {one["unseen"]:.4f}, below the {one["others"]:.4f} of the digits it learnt. Area {one["auc"]:.2f}.
- **Known parts, new whole.** A 9 is a 4 with its top closed, or a 7 with a loop. Area {nine["auc"]:.2f}; for a 7, which
  is most of a 9, {seven["auc"]:.2f}. The model knows parts, and cannot say that their sum is new.
- **Too much room copies everything.** For a left-out {digit} the area is {sizes[best]:.2f} with {best} numbers in the
  code, but {sizes[wide]:.2f} with {wide}: what passes anything through is surprised by nothing. Too little room is no
  better ({sizes[narrow]:.2f} with {narrow}): then it rebuilds its own digits badly too.
- **A low error does not mean “familiar”.** It means “can be painted with the patterns I have”. The error depends on
  how much ink and how many strokes there are, as much as on what they show.
"""
