"""Sentences word by word: what was typed above what came back, painted in the browser as text, never as HTML."""

from aemodels.datasets.tokens import RebuiltSentence
from ui.components.shared.modules import component

_component = component("words", "sentence_words")


def words(key: str, rebuilt: list[RebuiltSentence]) -> None:
    """Show what became of sentences.

    Args:
        key: Of this list on its page.
        rebuilt: As `aemodels.rebuild_sentences` gives them.
    """
    _component(key=key, data={"sentences": [_sentence(sentence) for sentence in rebuilt]})


def _sentence(rebuilt: RebuiltSentence) -> dict:
    columns = zip(rebuilt.given, rebuilt.known, rebuilt.rebuilt, rebuilt.right, strict=True)
    count = f"{sum(rebuilt.right)} of {len(rebuilt.given)} words came back."
    likeness = f"Cosine between the code and the code of the result: {rebuilt.cosine:.2f}."
    cut = f" Only the first fifty words go in; {rebuilt.cut} were left out." if rebuilt.cut else ""
    return {
        "words": [
            {"given": given, "known": known, "rebuilt": back, "right": right} for given, known, back, right in columns
        ],
        "facts": f"{count} {likeness}{cut}",
    }
