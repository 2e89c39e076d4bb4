"""Anomaly detection in words and tiles: whether a model flags a picture, and how often that was right."""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card, ModelId
from aemodels.experiments import anomaly_threshold
from ui import kept, models, networks, state, trouble
from ui.components.tiles import Tile, tiles
from ui.sample import Sample

SEEN = 0.2
"""Error that eyes see, as a share of that of a blank sheet."""


class Judgement(NamedTuple):
    """A picture's error, held against those of test images.

    Attributes:
        rebuilt: What the model made of it.
        errors: (N,) of the model's test images.
        threshold: Error above which a picture is flagged as an anomaly.
    """

    rebuilt: models.Rebuilt
    errors: np.ndarray
    threshold: float

    @property
    def flagged(self) -> bool:
        """Whether the picture is flagged as an anomaly."""
        return self.rebuilt.error > self.threshold

    @property
    def badly(self) -> bool:
        """Whether the picture comes back so badly that eyes see it, however ordinary that is for its model."""
        return self.rebuilt.error > SEEN * float(np.square(self.rebuilt.image).mean())

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
    """Return a picture's error held against those of the model's test images.

    Args:
        rebuilt: What the model made of the picture.
        rate: Accepted rate of false alarms, in percent.

    Raises:
        BadCheckpoint: The model's gallery is missing or damaged.
    """
    model = rebuilt.card.id
    return Judgement(rebuilt, models.test_errors(model), alarm_threshold(model, rate))


@lru_cache(maxsize=512)
def alarm_threshold(model: ModelId, rate: int) -> float:
    """Return the error above which a model's alarm goes off; `rate` as in `judge`."""
    return anomaly_threshold.threshold(models.test_errors(model), rate / 100)


def verdict(judgement: Judgement, study: Sample, rate: int, why_not: str | None = None) -> None:
    """Say whether a picture is flagged, and what that does not mean; `why_not`: why an odd one may pass."""
    nouns = judgement.nouns
    whose = "The example" if study.example else "This picture"
    rank = (
        f"{whose} is rebuilt worse than {judgement.rank} of the test {nouns}; the alarm goes off above {100 - rate} %."
    )
    if judgement.flagged:
        proof = f"No proof that it shows something else: of 100 real test {nouns}, {rate} are flagged too."
        st.warning(f"**Anomaly.** {rank} {proof}", icon=":material/notifications_active:")
    else:
        proof = f"No proof that it is one of the {nouns}: only that this model can rebuild it."
        if judgement.badly:
            proof = f"No alarm, though it comes back badly: more than {rate} of 100 real {nouns} come back as badly."
        elif why_not:
            proof = f"No alarm, though it is odd: {why_not}. So the model can build it from what it knows."
        st.info(f"**Ordinary.** {rank} {proof}", icon=":material/notifications_off:")


def panel(cards_by_name: dict[str, Card], study: Sample, rate: int, selected: str) -> None:
    """Show whether several models flag one picture; a click chooses the model.

    Args:
        cards_by_name: Cards by name, in the order of the tiles.
        study: The picture; while a hand draws, the reconstructions follow it, and the judgement when it rests.
        rate: Accepted rate of false alarms, in percent.
        selected: Name of the model to mark.
    """
    entries = []
    order = list(cards_by_name)
    results = models.rebuild_with_all(cards_by_name, study.normalised.image)
    for rebuilt in sorted(results, key=lambda rebuilt: order.index(rebuilt.card.name)):
        with trouble.reported():
            entries.append(_tile(judge(rebuilt, rate), rebuilt.card.name == selected))
    if entries:
        tiles(
            "alarms", entries, 118, lambda name: state.put("model", name), study.drawn, keep=kept.if_same(study.example)
        )


def _tile(judgement: Judgement, selected: bool) -> Tile:
    spec = judgement.rebuilt.card.spec
    return Tile(
        id=judgement.rebuilt.card.name,
        picture=judgement.rebuilt.x_hat,
        label=f"Reconstruction by {spec.title}",
        title=spec.title,
        badge="anomaly" if judgement.flagged else "",
        facts=f"{spec.code_size} numbers",
        text=f"worse than {judgement.rank} of its test {judgement.nouns}",
        selected=selected,
        network=networks.described(judgement.rebuilt.card),
        following=f"{spec.code_size} numbers",
    )


def about_clothes(measured: dict, cards_by_name: dict[str, Card]) -> str:
    """Return how well models of digits detect clothes, from the figures."""
    by_name = {name: figures for name, figures in measured["clothes"].items() if name in cards_by_name}
    order = sorted(by_name, key=lambda name: by_name[name]["auc"])
    worst, best = (cards_by_name[name].spec for name in (order[0], order[-1]))
    least, most = (by_name[name]["recall"] for name in (order[0], order[-1]))
    return (
        f"Best: **{best.title}** ({best.code_size} numbers) finds {_percent(most)} of "
        f"{measured['images']['clothes']:,} clothes at {_percent(measured['rate'])} false alarms. Last: "
        f"**{worst.title}** ({worst.code_size} numbers) finds {_percent(least)}: it rebuilds digits so badly "
        "that clothes stand out less."
    )


def about_left_out(measured: dict, digit: str) -> str:
    """Return how well a digit that was left out in training is detected, from the figures."""
    absent = measured["left_out"][digit]
    article = "an" if digit == "8" else "a"
    return (
        f"Without a single {digit} in training, the network rebuilds {digit}s with an error of {absent['unseen']:.4f}; "
        f"networks that saw them reach {absent['seen']:.4f}. Digits in its training have {absent['others']:.4f}. "
        f"At {_percent(measured['rate'])} false alarms, **{_percent(absent['recall'])}** of the {digit}s are flagged. "
        f"Of 100 pairs, {article} {digit} and another digit, the {digit} has the larger error in "
        f"{100 * absent['auc']:.0f} (area **{absent['auc']:.2f}**): {_worth(absent['auc'])}"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"


def _worth(area: float) -> str:
    if area < 0.45:
        return "worse than a tossed coin, because the digit it never saw is *easier* to rebuild than those it learnt."
    if area < 0.65:
        return "hardly better than a tossed coin."
    return "a hint, no more." if area < 0.9 else "useful."


def reasons(measured: dict) -> str:
    """Return when and why the method fails, as a list, from the figures."""
    one, nine, seven = (measured["left_out"][digit] for digit in "197")
    sizes, digit = measured["capacity"]["auc"], measured["capacity"]["digit"]
    best = max(sizes, key=sizes.get)
    narrow, wide = min(sizes, key=int), max(sizes, key=int)
    return f"""
- **Simple is easy.** A 1 is one stroke, and strokes are in every digit. A network that never saw a 1 rebuilds it with
  an error of {one["unseen"]:.4f}, below the {one["others"]:.4f} of the digits it learnt. Area {one["auc"]:.2f}.
- **Known parts, new whole.** A 9 is a 4 with its top closed, or a 7 with a loop. Area {nine["auc"]:.2f}; for a 7, which
  is most of a 9, {seven["auc"]:.2f}. The model knows the parts, and cannot tell that their combination is new.
- **A large code copies everything.** For a left-out {digit} the area is {sizes[best]:.2f} with {best} numbers in the
  code, but {sizes[wide]:.2f} with {wide}: a model that can rebuild anything flags nothing. Too small a code is no
  better ({sizes[narrow]:.2f} with {narrow}): then it rebuilds its own digits badly too.
- **A low error does not mean “familiar”.** It means “can be built from the patterns that I know”. The error depends on
  how much ink and how many strokes there are, as much as on what they show.
"""
