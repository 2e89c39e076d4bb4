"""Text that somebody else wrote, shown as it stands: from an address, a file's name, a keyboard, an image reader.

Streamlit's Markdown turns more than Markdown into something else, and much of it after a backslash has done its work:
`https://…` into a link, `:smile:` into an emoji, `:material/…:` into an icon, `->` into an arrow. Nothing of that is
done inside a code span, so a value that is not ours is always put into one.
"""

import re
import unicodedata

MOST_CHARACTERS = 60
CODE_SPAN = re.compile(r"`([^`]+)`")
OPENING, CLOSING = " “‘(", "”’).,;:!?%…"
PLAIN_WORD = re.compile(r"(?!.*www\.)(?:[^\W_]+(?:['’._,-][^\W_]+)*)?", re.IGNORECASE)


def literal(value: object, most: int = MOST_CHARACTERS) -> str:
    """Return a value as Markdown that shows nothing but its characters, on one line and not longer than `most`.

    Args:
        value: Anything; its text may hold whatever a stranger likes.
        most: Characters that are shown; what is longer ends with "…".
    """
    visible = "".join(" " if character.isspace() else character for character in str(value) if _is_visible(character))
    text = " ".join(visible.split())
    if len(text) > most:
        text = text[: most - 1] + "…"
    longest_run = max((len(run) for run in re.findall("`+", text)), default=0)
    fence, gap = "`" * (longest_run + 1), " " if longest_run else ""
    return f"{fence}{gap}{text or '…'}{gap}{fence}"


def sentence(message: str) -> str:
    """Return a message of ours that may quote a stranger as Markdown: only plain words and `code` are not literal."""
    shown = ""
    for index, part in enumerate(CODE_SPAN.split(" ".join(message.split()))):
        for piece in [literal(part, len(part))] if index % 2 else map(_word, re.split("( )", part)):
            shown += " " + piece if shown.endswith("`") and piece.startswith("`") else piece
    return shown


def _word(word: str) -> str:
    """Return a word of a sentence, or the white space between two, as Markdown."""
    opened = word.lstrip(OPENING)
    core = opened.rstrip(CLOSING)
    shown = core if PLAIN_WORD.fullmatch(core) else literal(core)
    return word.removesuffix(opened) + shown + opened.removeprefix(core)


def _is_visible(character: str) -> bool:
    """Say whether a character is kept: no control, direction or other invisible character, but white space."""
    return character.isspace() or unicodedata.category(character)[0] != "C"
