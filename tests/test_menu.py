"""The menu: made of the pages' files, which are read once a process and not at every answer."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui import pages

LONGEST = 20  # characters
FRAME = Path(pages.__file__).parent / "frame.py"


def test_pages_stand_in_the_order_of_their_files_under_their_folders():
    assert [page.title for page in pages.PAGES][:3] == ["Start here", "Lesson", "Reconstruct"]
    assert list(dict.fromkeys(page.section for page in pages.PAGES)) == [
        *("Begin", "See", "Use", "Latent", "Maps", "Learn", "Reference")
    ]
    assert len({page.url_path for page in pages.PAGES}) == len(pages.PAGES) == len(list(pages.FOLDER.rglob("*.py")))


def test_every_title_fits_in_the_menu_in_bold():
    assert not [page.title for page in pages.PAGES if len(page.title) > LONGEST]


def test_a_page_without_a_title_is_refused(tmp_path):
    path = tmp_path / "1_untitled.py"
    path.write_text("import streamlit\n")
    with pytest.raises(ValueError, match="has no title"):
        pages.read(path)


def test_no_answer_reads_the_pages_again(monkeypatch):
    app = AppTest.from_file(str(FRAME), default_timeout=60).run()
    parsed = []
    parse = ast.parse
    monkeypatch.setattr(ast, "parse", lambda *args, **options: parsed.append(args) or parse(*args, **options))
    app.run()
    assert not app.exception
    assert len([args for args in parsed if str(pages.FOLDER) in str(args)]) <= 1  # Streamlit, the one that it runs
