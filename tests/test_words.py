"""Terms in the texts of pages: linked at their first place, explained by a sentence and a picture, and all in use."""

import ast
import json
import re
from pathlib import Path
from xml.dom import minidom

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from aemodels import folders
from tests.support.apptest import open_page, plain_data, run_script
from ui import words
from ui.components.shared.modules import FOLDER
from ui.glossary import TERMS, forms, route
from ui.literal import literal

ROOT = Path(__file__).parent.parent
SOURCES = [
    path
    for folder in ("pages", "ui", "aemodels/variants", "aemodels/figures")
    for path in (ROOT / folder).rglob("*.py")
    if "glossary" not in path.parts
]
LINK = re.compile(r"\[([^\]]*)\]\(glossary\?term=([^)]*)\)")


def linked(*texts: str) -> list[str]:
    """What a page of these texts shows, in their order."""
    script = f"from ui import words\nwords.begin()\nfor text in {texts!r}:\n    words.markdown(text)"
    return [element.value for element in run_script(script).markdown]


def test_a_term_is_linked_at_its_first_place_on_a_page_only():
    first, second = linked("The prior, and again the **prior**.", "Once more the prior, and a posterior.")
    assert first == "The [prior](glossary?term=prior), and again the **prior**."
    assert second == "Once more the prior, and a [posterior](glossary?term=posterior)."


def test_the_same_text_shown_again_keeps_its_links():
    assert len(set(linked("A prior.", "A prior."))) == 1, "a part of a page that runs alone must not lose them"


def test_the_longest_form_wins_and_every_form_leads_to_its_term():
    (shown,) = linked("A denoising autoencoder, an Autoencoder, PCA’s code and β-VAEs; nearest\nneighbours too.")
    assert [name for _, name in LINK.findall(shown)] == [
        *("denoising-autoencoder", "autoencoder", "principal-component-analysis", "latent-code", "beta"),
        "nearest-neighbour",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`prior` and ``a prior`` b",
        "$p(z)$ is no $prior$, nor is $$\\text{prior}$$",
        "[the prior](https://example.org/prior) and ![prior](x.png)",
        ":blue[prior] :material/prior: <b title='prior'>",
        "https://example.org/prior mail@prior.org",
        "### The prior\n#### Prior",
        "the source code",
        "priority, a-prior-b, x_prior, superprior",
        "a**prior**b",
        "\\prior",
        literal("prior [x](y)"),
    ],
)
def test_what_is_no_plain_text_is_left_alone(text):
    assert linked(text) == [text]


@pytest.mark.parametrize(
    "text", ["**prior**", "*prior*:", "(**prior**)", "- **Prior codes** and more", "| prior | x |"]
)
def test_bold_and_lists_stay_what_they_are(text):
    (shown,) = linked(text)
    assert LINK.search(shown)
    assert LINK.sub(r"\1", shown) == text


def test_an_answer_is_not_held_up_by_texts_that_it_has_shown_before():
    words.places.cache_clear()
    text = " ".join(f"{term.title}: {term.definition}" for term in TERMS.values())
    assert words.places(text) is words.places(text)
    assert words.places.cache_info().hits == 1


@pytest.mark.parametrize("name", TERMS)
def test_a_term_has_one_plain_sentence_and_a_picture(name):
    term = TERMS[name]
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert term.definition[0].isupper() or term.definition.startswith("t-SNE")
    assert term.definition.endswith(".")
    assert not re.search(r"[.!?] [A-Z]", term.definition), "one sentence"
    assert len(term.definition) <= 130
    drawing = minidom.parseString(term.picture()).documentElement
    assert drawing.getAttribute("viewBox") == "0 0 160 90"
    assert len(drawing.childNodes) >= 2


def test_no_form_means_two_terms():
    everything = [form for term in TERMS.values() for form in forms(term)]
    assert len(everything) == len(set(everything))


def test_every_term_is_used_by_a_text_of_the_app():
    texts = [_text(node) for path in SOURCES for node in ast.walk(ast.parse(path.read_text()))]
    texts += _strings(json.loads((folders.checkpoints() / "few_labels.json").read_text()))
    used = {place.name for text in texts if " " in text or text[:1].isupper() for place in words.places(text)}
    assert TERMS.keys() - used == set()


def test_the_glossary_has_all_terms_and_marks_the_one_that_the_address_names():
    data = plain_data(open_page("glossary", term="prior"), "glossary")
    answer = TestClient(Starlette(routes=route.routes())).get(data["address"])
    assert [term["name"] for term in answer.json()] == list(TERMS)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert data["chosen"] == "prior"
    assert plain_data(open_page("glossary", term="<script>"), "glossary")["chosen"] is None


def test_another_versions_terms_are_refused_and_not_kept():
    answer = TestClient(Starlette(routes=route.routes())).get("terms/0123456789abcdef")
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")


def test_the_pictures_use_no_class_that_the_stylesheet_lacks():
    sheet = (FOLDER / "shared/terms.css").read_text()
    kinds = {
        kind
        for term in TERMS.values()
        for kinds in re.findall('class="([^"]*)"', term.picture())
        for kind in kinds.split()
    }
    assert {kind for kind in kinds if f".{kind}" not in sheet} == set()


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in _strings(part)]
