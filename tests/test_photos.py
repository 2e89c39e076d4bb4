"""Photos on the page: shown, with what is meant on them chosen by a tap and kept from page to page."""

import io

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from aemodels.images import Digit, Normalised
from tests.support.apptest import open_page, sent, tile_ids, words
from ui.components.photo import jpeg

PHOTO = np.full((60, 80), 200, np.uint8)


def a_one() -> bytes:
    """A dark line on grey paper."""
    picture = PHOTO.copy()
    picture[12:48, 37:43] = 40
    held = io.BytesIO()
    Image.fromarray(picture).save(held, "PNG")
    return held.getvalue()


def digit(at: int) -> Digit:
    image = np.zeros((28, 28), np.float32)
    image[4:24, 6 + 4 * at : 10 + 4 * at] = 1
    return Digit(image, (0.1, 0.2 * at, 0.9, 0.2 * at + 0.1), {"centred": image})


def kept(normalised: Normalised) -> dict:
    return {"id": "1", "name": "post.png", "normalised": normalised, "digit": 0, "reading": 0, "jpeg": jpeg(PHOTO)}


def with_photo(normalised: Normalised, kind: str = "upload", **address: str) -> AppTest:
    app = open_page("reconstruct", source="draw")
    app.session_state[f"study.{kind}"] = kept(normalised)
    for key, value in {"source": kind, **address}.items():
        app.query_params[key] = value
    app.session_state["source"] = kind
    return app.run()


@pytest.fixture
def row() -> Normalised:
    digits = tuple(map(digit, range(4)))
    return Normalised(digits[0].image, {"as given": PHOTO, "centred": digits[0].image}, digits=digits)


def test_several_digits_are_framed_and_offered_and_one_is_chosen(row):
    app = with_photo(row)
    (header, arrays), *_ = sent(app, "photo")
    assert len(header["frames"]) == 4
    assert header["chosen"] == 0
    assert bytes(arrays["picture"][:2]) == b"\xff\xd8"
    assert "4 digits found" in words(app)
    assert ["0", "1", "2", "3"] in tile_ids(app)
    assert not app.exception


def test_all_digits_are_rebuilt_on_wish(row):
    assert ["1", "2", "3", "4"] not in tile_ids(with_photo(row))
    assert ["1", "2", "3", "4"] in tile_ids(with_photo(row, all_digits="True"))


def test_two_close_readings_are_offered(row):
    one, other = (Normalised(one.image, {"as given": PHOTO, "centred": one.image}) for one in row.digits[:2])
    app = with_photo(Normalised(one.image, one.steps, other=other))
    assert "two ways" in words(app)
    assert ["0", "1"] in tile_ids(app)


def test_an_upload_shows_its_photo():
    app = open_page("reconstruct", source="upload")
    app.file_uploader[0].upload("one.png", a_one(), "image/png").run()
    assert sent(app, "photo")[0][0]["label"] == "one.png"
    app.file_uploader[0].upload("notes.png", b"this is no picture", "image/png").run()
    assert "Still looking at" in words(app)
    assert sent(app, "photo")[0][0]["label"] == "one.png"


def test_the_camera_is_a_source_with_an_address_and_a_name_for_its_photo():
    app = open_page("reconstruct", source="camera")
    assert app.get("camera_input")
    assert not app.exception
