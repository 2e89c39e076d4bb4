"""The theme, put into a message once: Streamlit would read it from its configuration anew at every answer.

That takes it some three milliseconds each time, as long as all else that an answer of a small page costs it.
"""

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session


def read_once() -> None:
    """Let every answer of this process carry the theme as the first one read it."""
    if not isinstance(app_session._populate_theme_msg, _Kept):
        app_session._populate_theme_msg = _Kept(app_session._populate_theme_msg)


class _Kept:
    """Fills in a section of the theme as it was read the first time."""

    def __init__(self, read):
        self._read = read
        self._sections: dict[str, CustomThemeConfig] = {}

    def __call__(self, message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in self._sections:
            first = CustomThemeConfig()
            self._read(first, section)
            self._sections[section] = first
        message.MergeFrom(self._sections[section])
