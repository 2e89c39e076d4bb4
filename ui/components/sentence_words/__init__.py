"""Sentences word by word: what was typed above what came back, painted in the browser as text, never as HTML."""

import numpy as np

from aemodels.datasets.tokens import RebuiltSentence
from ui.components.shared.modules import component

_component = component("words", "sentence_words", styles=("controls",))

SCALE = 99  # percent of a code's numbers that its colours tell apart
DIGITS = 3


def words(key: str, rebuilt: list[RebuiltSentence]) -> None:
    """Show what became of sentences.

    Args:
        key: Of this list on its page.
        rebuilt: As `aemodels.rebuild_sentences` gives them.
    """
    scale = float(np.percentile(np.abs([sentence.code for sentence in rebuilt]), SCALE)) or 1.0
    _component(key=key, data={"sentences": [_sentence(sentence, scale) for sentence in rebuilt]})


def _sentence(rebuilt: RebuiltSentence, scale: float) -> dict:
    columns = zip(rebuilt.given, rebuilt.known, rebuilt.rebuilt, rebuilt.right, rebuilt.likely, strict=True)
    return {
        "words": [
            {"given": given, "known": known, "rebuilt": back, "right": right}
            | {"likely": [[word, round(share, DIGITS)] for word, share in likely]}
            for given, known, back, right, likely in columns
        ],
        "code": np.round(rebuilt.code / scale, 2).clip(-1, 1).tolist(),
        "facts": _facts(rebuilt),
    }


def _facts(rebuilt: RebuiltSentence) -> str:
    known, unknown = sum(rebuilt.known), len(rebuilt.known) - sum(rebuilt.known)
    count = f"{sum(rebuilt.right)} of {known} known words came back."
    strange = f" {unknown} {'is' if unknown == 1 else 'are'} unknown and not counted." if unknown else ""
    cut = f" Only the first fifty words go in; {rebuilt.cut} were left out." if rebuilt.cut else ""
    return f"{count}{strange}{cut}"
