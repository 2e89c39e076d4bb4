"""What keeps a part of a page from being shown, said in its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import streamlit as st

from aemodels.errors import AutoencoderError
from ui.literal import sentence

BUILD = ":material/build:"


@contextmanager
def reported(icon: str = BUILD) -> Iterator[None]:
    """Show an error of `aemodels` as a warning instead of what stands inside, and go on behind it."""
    try:
        yield
    except AutoencoderError as error:
        show(error, icon)


class needed:
    """Show an error of `aemodels` as a warning, and end the page: nothing behind can do without what stands inside."""

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, _kind: type | None, error: BaseException | None, _trace: TracebackType | None) -> None:
        """End the page after an error that this project raises on purpose; let others pass."""
        if isinstance(error, AutoencoderError):
            show(error)
            st.stop()


def show(error: AutoencoderError, icon: str = BUILD) -> None:
    """Show an error as a warning; what it quotes from elsewhere stays text."""
    st.warning(sentence(str(error)), icon=icon)
