"""What strangers write (an address, a file's name, a picture's bytes) is shown as it stands, on every page."""

import os
import re
from pathlib import Path

import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from aemodels.errors import UnknownVariant
from ui.components.shared.modules import sources
from ui.literal import MOST_CHARACTERS, literal, sentence
from ui.pages import CONTROLS, PAGES

FRAME = Path(__file__).parent.parent / "ui/frame.py"
MARK = "evil"  # stands in every hostile value
HOSTILE = (
    *("[evil](https://evil.example)", "![evil](https://evil.example/a.png)", "[evil]: //evil.example", "[evil][1]"),
    *("https://evil.example", "www.evil.example", "evil@evil.example", "<https://evil.example>", "//evil.example"),
    *("<img src=https://evil.example/a.png>", "<script>alert('evil')</script>", "<a href='javascript:evil()'>x</a>"),
    *("<!-- evil -->", "&lt;evil&gt;", "&#101;vil evil", "<details open ontoggle=evil()>"),
    *("`evil", "``evil`` `", "`[evil](https://evil.example)`", "evil`` [evil](https://evil.example) ``"),
    *("**evil**", "_evil_", "~~evil~~", "\\[evil](https://evil.example)", "evil\\", "# evil", "- evil"),
    *("1. evil", "> evil"),
    *("\n\n# evil\n", "evil\r\n\r\n<b>", "evil\n===", "|evil|b|\n|-|-|\n|c|d|", "    evil"),
    *("$evil$", "$$\\href{https://evil.example}{evil}$$", ":red[evil]", ":blue-badge[evil]", ":evil: :smile:"),
    *(":material/evil:", ":streamlit: evil", ":small[evil]", "evil -> <- >= --", "\u202eevil\u202c", "e\u200bvil evil"),
    *("\x00evil\x1b[31m", "evil\ud800", "evil%0A%0D", "../../evil", "evil" * 1000, "{{evil}} {0} %s"),
    *("evil;1,2;nan,inf", "'); evil('"),
)  # fmt: skip
IN_AN_ADDRESS = [value for value in HOSTILE if "\ud800" not in value]
HALVES = ("\n".join(IN_AN_ADDRESS[::2]), " ".join(IN_AN_ADDRESS[1::2]))
NAME = " ".join(value for value in HOSTILE if value.isprintable() and len(value) < 100)
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)
WIDGET = re.compile(r"^\$\$ID-[0-9a-f]+-")
MAKES_HTML = re.compile(r"(inner|outer)HTML|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function")
VALUES = (
    "drawing",
    "stack",
    "rested",
    "count",
    "wish",
    "chosen",
    "again",
    "guess",
    "go",
    "seen",
    "walk",
    "place",
    "hand",
)
VALUES += ("turned",)
EVIL = "[evil](https://evil.example)"
SENT = (
    EVIL,
    [EVIL],
    {"kind": EVIL, "strokes": EVIL, "stops": EVIL, "rows": EVIL},
    10**400,
    float("nan"),
    [[EVIL]],
    True,
)
TYPED_BY_HAND = ("text_area", "bidi_component", "file_uploader")  # they show text in a field, not as Markdown


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_becomes_one_code_span_on_one_line(value):
    shown = literal(value)
    assert CODE_SPAN.fullmatch(shown)
    assert not CODE_SPAN.sub("", shown)
    assert len(shown.strip("` ")) <= MOST_CHARACTERS
    assert shown.isprintable()
    assert MARK in shown


@pytest.mark.parametrize("value", HOSTILE)
def test_a_message_that_quotes_a_value_is_no_more_than_words_and_code(value):
    shown = sentence(str(UnknownVariant(f"There is no model called “{value}”. Run `make train`.")))
    words = CODE_SPAN.sub("", shown)
    assert words.isprintable()
    assert not set(words) & set("`<>[]*$|\\@/#~&{}")
    assert not re.search(r":[\w+-]|www\.", words)
    assert shown.startswith("There is no model called “")


def test_a_value_says_what_it_was():
    assert literal("vae_9d") == "`vae_9d`"
    assert literal("a`b") == "`` a`b ``"
    assert literal(" two\n lines ") == "`two lines`"
    assert literal("x" * 100) == f"`{'x' * 59}…`"
    assert literal("") == "`…`"
    assert sentence("The weights of “vae_2d” are missing. Run `make x`.") == (
        "The weights of “vae_2d” are missing. Run `make x`."
    )


@pytest.mark.parametrize("hostile", HALVES, ids=("first half", "second half"))
def test_no_page_shows_a_value_of_its_address_otherwise_than_literally(hostile, monkeypatch):
    monkeypatch.setattr(literal, "__defaults__", (len(hostile),))  # so that shortening hides nothing
    shown = 0
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    for page in PAGES:
        for key in CONTROLS:
            app.query_params[key] = hostile
        app.switch_page(os.path.relpath(page.path, FRAME.parent)).run()
        assert not [*app.exception, *app.error], page.title
        texts = [text for element in (app.main, app.sidebar) for text in _markdown(element)]
        assert not [text for text in texts if MARK in CODE_SPAN.sub("", text)], page.title
        shown += sum(MARK in text for text in texts)
    assert shown >= len(PAGES) / 2  # every page that lets one choose a model says that there is no such model


def test_an_uploads_name_is_shown_literally():
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    app.query_params["source"] = "upload"
    app.switch_page("../pages/2_see/1_reconstruct.py").run()
    app.file_uploader[0].upload(f"{NAME}.png", b"this is no picture", "image/png").run()
    assert MARK in app.error[0].value
    assert MARK not in CODE_SPAN.sub("", app.error[0].value)


def test_no_page_fails_over_what_no_component_sends_or_shows_it():
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    told: set[str] = set()
    for number, page in enumerate(PAGES):
        app.switch_page(os.path.relpath(page.path, FRAME.parent)).run()
        for element in app.get("bidi_component"):
            key = WIDGET.sub("", element.proto.id)
            told.add(element.proto.component_name)
            app.session_state[key] = {name: SENT[(number + place) % len(SENT)] for place, name in enumerate(VALUES)}
        app.run()
        assert not [*app.exception, *app.error], page.title
        texts = [text for part in (app.main, app.sidebar) for text in _markdown(part)]
        assert not [text for text in texts if MARK in CODE_SPAN.sub("", text)], page.title
    assert len(told) > 20, "nearly every component is on some page"


def test_what_is_typed_is_shown_in_no_other_way():
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    app.switch_page("../pages/2_see/3_sentences.py").run()
    app.text_area[0].set_value(" ".join(HALVES)[:1500]).run()
    assert MARK in app.text_area[0].value
    assert not [*app.exception, *app.error]
    assert not [text for text in _markdown(app.main) if MARK in CODE_SPAN.sub("", text)]


def test_components_make_html_only_of_files_of_ours_and_of_pictures_that_the_server_drew():
    made = {
        line.strip()
        for source in sources().values()
        for line in source.decode().splitlines()
        if MAKES_HTML.search(line)
    }
    assert made == {
        "drawing.innerHTML = picture; // drawn by the server, of nothing that anybody typed",
        "this.picture.innerHTML = term.picture; // drawn by the server, of nothing that anybody typed",
        "this.parts.svg.innerHTML = drawn.svg; // drawn by the server",
        "place.innerHTML = this.chart; // a file of ours",
        'template.innerHTML = having(".html").join(""); // a file of ours',
    }


def _markdown(block) -> list[str]:
    """Return all that elements inside a block of a page may show as Markdown."""
    texts = []
    for element in block:
        if element.type not in TYPED_BY_HAND and hasattr(element, "proto") and element.proto is not None:
            texts += _strings(MessageToDict(element.proto))
    return texts


def _strings(value) -> list[str]:
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        return [value]
    return [text for part in value for text in _strings(part)] if hasattr(value, "__iter__") else []
