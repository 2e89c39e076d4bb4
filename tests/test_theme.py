"""The theme is read from Streamlit's configuration once, and is the same in every answer."""

from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from ui import theme

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")


def filled(section: str) -> CustomThemeConfig:
    message = CustomThemeConfig()
    app_session._populate_theme_msg(message, section)
    return message


def test_all_answers_carry_the_theme_as_it_was_read_once(monkeypatch):
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    by_streamlit = {section: filled(section) for section in SECTIONS}
    theme.read_once()
    theme.read_once()
    assert {section: filled(section) for section in SECTIONS} == by_streamlit
    assert any(message.ByteSize() for message in by_streamlit.values())
    monkeypatch.setattr(config, "get_options_for_section", lambda section: 1 / 0)
    assert {section: filled(section) for section in SECTIONS} == by_streamlit
