"""Foreign pictures: drawn here in every awkward way, they must all come out as the plain drawing does."""

import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from aemodels.errors import BadImage
from aemodels.images import normalise
from aemodels.images.decode import KEPT_PIXELS, colours
from benchmarks.photo_kinds import TUNED
from benchmarks.photo_kinds_hard import HARD

CROWDED, SIGN = TUNED["crowded"], HARD["house number on enamel"]
STEPS = ["as given", "grey", "background removed", "ink", "specks dropped", "box", "centred"]


def seven(size=280, pen=0.08, ink=255, ground=0, mode="L", box=(0.3, 0.2, 0.7, 0.8)):
    """A seven with a bar, `pen` as a part of the size."""
    width, height = (size, size) if isinstance(size, int) else size
    image = Image.new(mode, (width * 2, height * 2), ground)
    draw = ImageDraw.Draw(image)
    side, shift = 2 * min(width, height), max(0, width - height)
    left, top, right, bottom = (part * side for part in box)
    left, right = left + shift, right + shift
    stroke = max(1, round(pen * side))
    draw.line([(left, top), (right, top), (left + (right - left) / 3, bottom)], ink, stroke, joint="curve")
    middle = (top + bottom) / 2
    draw.line([(left + (right - left) * 0.3, middle), (right - (right - left) * 0.05, middle)], ink, stroke)
    return image.resize((width, height), Image.BOX)


def paper_seven(size=(800, 600), ink=(30, 30, 35), ground=(235, 232, 225), **kind):
    return seven(size, ink=ink, ground=ground, mode="RGB", **kind)


def lit(image, light, noise=3.0):
    """The image under `light(x, y)`, x and y in 0..1, with sensor noise."""
    y, x = np.mgrid[0 : 1 : image.height * 1j, 0 : 1 : image.width * 1j]
    shaded = np.asarray(image, float) * light(x, y)[..., None]
    return np.clip(shaded + np.random.default_rng(0).normal(0, noise, shaded.shape), 0, 255).astype(np.uint8)


def file(image, form, **options):
    held = io.BytesIO()
    image.save(held, form, **options)
    return held.getvalue()


def strokes_on_nothing(colour):
    image = Image.new("RGBA", (280, 280), (*colour, 0))
    image.putalpha(seven())
    return image


def ruled(image, squared=False, tilt=8):
    draw = ImageDraw.Draw(image)
    for at in range(-40, 900, 48):
        draw.line([(0, at), (image.width, at + tilt)], (170, 190, 220), 2)
        if squared:
            draw.line([(at, 0), (at - tilt, image.height)], (170, 190, 220), 2)
    return image


def with_spots(image, boxes, colour):
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, colour)
    return image


def on_table():
    sheet = paper_seven((700, 500))
    table = Image.new("RGB", (800, 560), (60, 40, 25))
    table.paste(sheet, (50, 30))
    return lit(table, lambda x, y: 1 - 0.3 * x)


def tilted_on_dark_table():
    sheet = paper_seven((600, 440), ink=(40, 60, 150), pen=0.03).convert("RGBA").rotate(4, Image.BICUBIC, expand=True)
    table = Image.new("RGB", (900, 700), (45, 38, 35))
    table.paste(sheet, (120, 60), sheet)
    return lit(table, lambda x, y: 1 - 0.2 * y)


def with_pen_lying():
    image = paper_seven(ink=(90, 90, 95), pen=0.015, box=(0.2, 0.3, 0.6, 0.9))
    ImageDraw.Draw(image).line([(640, -20), (799, 420)], (30, 40, 110), 40)
    return lit(image, lambda x, y: 1 - 0.2 * x)


def sign():
    plate = paper_seven((600, 440), ink=(240, 240, 235), ground=(25, 50, 140))
    ImageDraw.Draw(plate).rectangle((0, 0, 599, 439), None, (240, 240, 235), 8)
    wall = Image.new("RGB", (720, 560), (150, 140, 130))
    wall.paste(plate, (60, 60))
    return wall


def fingers(x, y):
    """The shadow of a hand that comes from below, its edges soft."""
    shadow = np.zeros_like(x)
    for lean in (-0.35, 0.05, 0.4):
        away = np.hypot((x - 0.55 - lean * (1 - y)) / 0.08, (y - 1) / 0.7)
        shadow = np.maximum(shadow, 1 / (1 + np.exp(9 * (away - 1))))
    return 1 - 0.5 * shadow


def rotated_by_exif():
    image = paper_seven().transpose(Image.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    return file(image, "JPEG", exif=exif)


def palette_with_transparency():
    image = seven().point(lambda value: 1 if value > 127 else 0).convert("P")
    image.putpalette([255, 255, 255, 0, 0, 0] + [0] * 762)
    return file(image, "PNG", transparency=0)


def animation():
    still = paper_seven((280, 280))
    return file(still, "GIF", save_all=True, append_images=[Image.new("RGB", still.size, "white")])


def hard_shadow(x, y):
    return np.where(x + 0.4 * y > 0.72, 0.55, 1.0)


def chalk():
    board = paper_seven(ink=(225, 225, 220), ground=(40, 55, 48), pen=0.05)
    return lit(board, lambda x, y: 1 - 0.3 * y)


AWKWARD = {
    "float canvas": lambda: np.asarray(seven(), np.float32) / 255,
    "float canvas 28x28": lambda: np.asarray(seven(28, pen=0.09), np.float32) / 255,
    "faint canvas": lambda: np.asarray(seven(), np.float32) / 255 * 0.3,
    "one channel": lambda: np.asarray(seven())[..., None],
    "bool": lambda: np.asarray(seven()) > 127,
    "uint16": lambda: np.asarray(seven()).astype(np.uint16) * 200,
    "int64": lambda: np.asarray(seven()).astype(np.int64),
    "minus one to one": lambda: np.asarray(seven(), np.float64) / 127.5 - 1,
    "black on white": lambda: seven(ink=0, ground=255),
    "black strokes on nothing": lambda: strokes_on_nothing((0, 0, 0)),
    "white strokes on nothing": lambda: strokes_on_nothing((255, 255, 255)),
    "transparent array": lambda: np.asarray(strokes_on_nothing((200, 30, 30))),
    "card with clear margin": lambda: with_margin(),
    "red": lambda: paper_seven(ink=(200, 30, 30)),
    "blue": lambda: paper_seven(ink=(30, 60, 200)),
    "green": lambda: paper_seven(ink=(20, 150, 60)),
    "yellow": lambda: lit(paper_seven(ink=(250, 235, 60), ground=(250, 250, 248)), lambda x, y: 1 - 0.2 * x),
    "gradient": lambda: lit(paper_seven(), lambda x, y: 1 - 0.7 * x),
    "soft shadow": lambda: lit(paper_seven(), lambda x, y: 1 - 0.6 * np.exp(-8 * ((x - 0.3) ** 2 + (y - 0.6) ** 2))),
    "hard shadow": lambda: lit(paper_seven(), hard_shadow),
    "vignette": lambda: lit(paper_seven(), lambda x, y: 1 - 1.2 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)),
    "pencil": lambda: lit(paper_seven(ink=(160, 160, 162), pen=0.02), lambda x, y: 1 - 0.3 * y),
    "hair-thin": lambda: lit(paper_seven((1600, 1200), pen=0.006), lambda x, y: 1 - 0.2 * y),
    "chalk": chalk,
    "corner": lambda: lit(paper_seven(box=(0.02, 0.02, 0.22, 0.32), pen=0.04), lambda x, y: 1 - 0.2 * y),
    "touches the border": lambda: seven(box=(0.3, 0.035, 0.7, 0.635)),
    "lined": lambda: lit(ruled(paper_seven()), lambda x, y: 1 - 0.2 * x),
    "squared": lambda: lit(ruled(paper_seven(), squared=True), lambda x, y: 1 - 0.2 * x),
    "table": on_table,
    "tilted sheet on a dark table": tilted_on_dark_table,
    "a pen lies there": with_pen_lying,
    "strip of a table": lambda: lit(
        with_spots(paper_seven(), [(0, 0, 110, 600)], (60, 40, 25)), lambda x, y: 1 - 0.2 * x
    ),
    "black bars": lambda: with_spots(paper_seven(), [(0, 0, 800, 70), (0, 530, 800, 600)], 0),
    "shadow of an arm": lambda: lit(paper_seven(), lambda x, y: np.where(np.abs(x + 0.4 * y - 0.5) < 0.07, 0.55, 1.0)),
    "sign with a rim": lambda: lit(sign(), lambda x, y: 1 - 0.2 * x),
    "shadow of a hand on lines": lambda: lit(ruled(paper_seven(ink=(50, 65, 140), pen=0.02)), fingers),
    "photo of 28 pixels": lambda: lit(paper_seven((28, 28), pen=0.1), lambda x, y: 1 - 0.2 * x),
    "photo of 48 pixels": lambda: lit(paper_seven((48, 48), pen=0.09), lambda x, y: 1 - 0.2 * x),
    "specks": lambda: with_spots(seven(), [(10, 10, 14, 14), (250, 40, 254, 43)], 255),
    "blurred": lambda: paper_seven().filter(ImageFilter.GaussianBlur(5)),
    "exif": rotated_by_exif,
    "cmyk": lambda: file(paper_seven().convert("CMYK"), "JPEG"),
    "I;16": lambda: file(Image.fromarray(np.asarray(seven()).astype(np.uint16) * 16), "PNG"),
    "palette": palette_with_transparency,
    "animation": animation,
    "one bit": lambda: seven().convert("1"),
    "grey and alpha": lambda: strokes_on_nothing((0, 0, 0)).convert("LA"),
    "float tiff": lambda: file(Image.fromarray(np.asarray(seven(), np.float32)), "TIFF"),
    "webp": lambda: file(paper_seven(), "WEBP"),
    "very wide": lambda: lit(paper_seven((3000, 200)), lambda x, y: 1 - 0.5 * x),
    "very tall": lambda: lit(paper_seven((200, 3000)), lambda x, y: 1 - 0.5 * y),
    "12 megapixels": lambda: file(paper_seven((4000, 3000)), "JPEG"),
}


def filling(ink=(40, 40, 45), ground=(235, 232, 225)):
    """A thick seven that fills its picture to the edge."""
    return paper_seven((240, 240), ink=ink, ground=ground, pen=0.2, box=(0.03, 0.03, 0.97, 0.97))


def shrunk(side, ground):
    """As the post's scans are: cut tightly, few pixels, many greys."""
    return np.asarray(filling((ground,) * 3, (255 - ground,) * 3).convert("L").resize((side, side), Image.BOX))


TO_THE_EDGE = {
    "close-up": lambda: lit(filling(), lambda x, y: 1 - 0.3 * x),
    "chalk": lambda: lit(filling((225, 225, 220), (40, 55, 48)), lambda x, y: 1 - 0.3 * y),
    "red on blue": lambda: lit(filling((220, 60, 50), (50, 70, 200)), lambda x, y: 1 - 0.2 * x),
    "green on grey of the same brightness": lambda: lit(
        filling((40, 170, 60), (118, 118, 118)), lambda x, y: 1 - 0 * x
    ),
    "canvas": lambda: np.asarray(filling((255,) * 3, (0,) * 3).convert("L"), np.float32) / 255,
    "canvas, black on white": lambda: filling((0,) * 3, (255,) * 3).convert("L"),
    "16x16, white on black": lambda: shrunk(16, 255),
    "16x16, black on white": lambda: shrunk(16, 0),
    "24x24, noisy": lambda: lit(filling().resize((24, 24), Image.BOX), lambda x, y: 1 - 0.2 * x),
}


def row_of_sevens(rows=1, columns=4):
    sheet = Image.new("RGB", (columns * 150, rows * 220), (235, 232, 225))
    for at in range(rows * columns):
        digit = paper_seven((300, 300), pen=0.06, box=(0.05, 0.05, 0.4, 0.65)).crop((0, 0, 150, 220))
        sheet.paste(digit, (at % columns * 150, at // columns * 220))
    return lit(sheet, lambda x, y: 1 - 0.2 * x)


def with_margin():
    card = Image.new("RGBA", (800, 600), (0, 0, 0, 0))
    card.paste(paper_seven((640, 480)), (80, 60))
    return card


def centre_of_mass(image):
    rows, columns = np.mgrid[:28, :28]
    return (image * rows).sum() / image.sum(), (image * columns).sum() / image.sum()


def ink_box(image):
    rows, columns = np.flatnonzero((image > 0.1).any(1)), np.flatnonzero((image > 0.1).any(0))
    return rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1


@pytest.fixture(scope="module")
def plain():
    return normalise(np.asarray(seven(), np.float32) / 255).image


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_picture_comes_out_like_the_plain_one(name, plain):
    image = normalise(AWKWARD[name]()).image
    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    assert image.min() >= 0
    assert 0.9 < image.max() <= 1
    assert centre_of_mass(image) == pytest.approx((14, 14), abs=0.75)
    assert 18 <= max(ink_box(image)) <= 20
    assert np.corrcoef(image.ravel(), plain.ravel())[0, 1] > 0.8


@pytest.mark.parametrize("name", TO_THE_EDGE)
def test_a_thick_figure_to_the_edge_is_no_paper(name):
    small = np.asarray(filling((255,) * 3, (0,) * 3).convert("L"), np.float32) / 255
    expected = normalise(np.pad(small, 120)).image
    assert np.corrcoef(normalise(TO_THE_EDGE[name]()).image.ravel(), expected.ravel())[0, 1] > 0.85


@pytest.mark.parametrize(("kind", "seed"), [(CROWDED, 4), (CROWDED, 5), (SIGN, 0), (SIGN, 3)])
def test_colours_tell_a_figure_from_what_lies_around_it(kind, seed, plain):
    image = normalise(kind(plain, np.random.default_rng(seed))).image
    assert np.corrcoef(image.ravel(), plain.ravel())[0, 1] > 0.75


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (1, 4), (3, 4)])
def test_several_digits_are_found_line_by_line(rows, columns, plain):
    done = normalise(row_of_sevens(rows, columns))
    assert len(done.digits) == rows * columns
    places = [(top * rows, left * columns) for top, left, _, _ in (digit.frame for digit in done.digits)]
    assert [(int(top), int(left)) for top, left in places] == [
        (at // columns, at % columns) for at in range(rows * columns)
    ]
    for at, digit in enumerate(done.digits):
        assert np.corrcoef(digit.image.ravel(), plain.ravel())[0, 1] > 0.75
        assert np.array_equal(done.at(at).image, digit.image)
        assert list(done.at(at).steps) == STEPS


@pytest.mark.parametrize("name", ["gradient", "lined", "a pen lies there", "float canvas", "12 megapixels"])
def test_one_digit_is_not_several(name):
    assert not normalise(AWKWARD[name]()).digits


def test_a_drawing_needs_no_margin():
    canvas = np.asarray(seven(112, pen=0.09, box=(0.04, 0.02, 0.96, 0.98)), np.float32) / 255
    assert np.abs(normalise(canvas).image - normalise(np.pad(canvas, 28)).image).mean() < 0.02


def test_separate_bar_of_a_five_is_kept():
    five = Image.new("L", (280, 280), 0)
    draw = ImageDraw.Draw(five)
    draw.arc((90, 120, 190, 230), 200, 140, 255, 20)
    draw.line([(110, 70), (100, 140)], 255, 20)
    without = normalise(five).image
    draw.line([(140, 62), (195, 62)], 255, 18)
    image = normalise(five).image
    top = image[4:9, 14:].max()
    assert top > 0.8
    assert without[4:9, 16:].max() < top


def test_tiny_picture():
    tiny = np.array(seven(64, pen=0.1, box=(0.2, 0.0, 0.8, 1.0)).resize((8, 8), Image.BOX), np.float64) // 16
    image = normalise(tiny).image
    assert max(ink_box(image)) in (19, 20)
    assert image.max() > 0.9


@pytest.mark.parametrize("seed", range(30))
def test_any_little_array_gives_a_picture_or_a_plain_refusal(seed):
    generator = np.random.default_rng(seed)
    array = np.cumsum(generator.random((generator.integers(1, 60), 1 + seed % 4)), 0)
    image, refusal = np.ones((28, 28)), "It was read. Nothing to do."
    try:
        image = normalise(array).image
    except BadImage as error:
        refusal = str(error)
    assert ". " in refusal
    assert np.isfinite(image).all()
    assert image.max() > 0


def test_thin_line_is_thickened_to_a_pen_of_two_pixels():
    thin = normalise(seven(1120, pen=0.004)).image
    assert 1.2 < (thin > 0.5)[10:12].sum(1).mean() <= 4
    assert np.quantile(thin[thin > 0.1], 0.8) > 0.8


@pytest.mark.parametrize("name", ["float canvas", "gradient", "12 megapixels", "very wide", "I;16"])
def test_steps_can_be_shown(name):
    done = normalise(AWKWARD[name]())
    assert list(done.steps) == STEPS
    for step in done.steps.values():
        assert step.ndim == 2 or step.shape[2] in (3, 4)
        assert max(step.shape[:2]) <= 512
        assert step.dtype == np.uint8 or (step.dtype.kind == "f" and step.min() >= 0 and step.max() <= 1)
    assert np.array_equal(done.steps["centred"], done.image)


@pytest.mark.parametrize("name", ["float canvas", "gradient", "squared", "chalk"])
def test_a_normalised_picture_stays_as_it_is(name):
    once = normalise(AWKWARD[name]()).image
    assert np.abs(normalise(once).image - once).mean() < 0.01


def test_the_picture_given_is_not_changed():
    array = np.asarray(seven(), np.float32) / 255
    image = seven()
    before, size = array.copy(), image.size
    normalise(array)
    normalise(image)
    assert np.array_equal(array, before)
    assert image.size == size


def truncated(form):
    return file(paper_seven(), form)[:1500]


BAD = {
    "empty canvas": lambda: np.zeros((280, 280), np.float32),
    "empty transparent canvas": lambda: np.zeros((280, 280, 4), np.uint8),
    "white": lambda: Image.new("RGB", (400, 300), "white"),
    "noise": lambda: np.random.default_rng(0).normal(200, 3, (300, 400)).clip(0, 255).astype(np.uint8),
    "shaded empty paper": lambda: lit(Image.new("RGB", (400, 300), (225, 222, 215)), lambda x, y: 1 - 0.4 * x),
    "one pixel": lambda: np.ones((1, 1), np.float32),
    "no rows": lambda: np.zeros((0, 28), np.float32),
    "no channels": lambda: np.zeros((28, 28, 0), np.float32),
    "nan": lambda: np.full((28, 28), np.nan),
    "infinite": lambda: np.where(np.eye(28) > 0, np.inf, 0),
    "one dimension": lambda: np.zeros(784),
    "a batch": lambda: np.zeros((5, 28, 28, 1)),
    "five channels": lambda: np.zeros((28, 28, 5)),
    "complex": lambda: np.zeros((28, 28), complex),
    "text array": lambda: np.full((28, 28), "a"),
    "objects": lambda: np.full((28, 28), None),
    "a path": lambda: "digit.png",
    "nothing": lambda: None,
    "a list": lambda: [[0, 1], [1, 0]],
    "no bytes": lambda: b"",
    "not an image": lambda: b"%PDF-1.4 something else" * 50,
    "truncated jpeg": lambda: truncated("JPEG"),
    "truncated png": lambda: truncated("PNG"),
    "truncated tiff": lambda: truncated("TIFF"),
    "bomb": lambda: file(Image.new("1", (20000, 20000)), "PNG"),
    "zero-size image": lambda: Image.new("L", (0, 5)),
}
REMEDIES = ("Draw", "Send", "send", "Give", "Choose", "Replace", "Save")


@pytest.mark.parametrize("name", BAD)
def test_bad_picture_is_refused_in_plain_words_with_a_remedy(name):
    with pytest.raises(BadImage) as caught:
        normalise(BAD[name]())
    sentences = str(caught.value).rstrip(".").split(". ")
    assert sentences[-1].startswith(REMEDIES)
    assert len(sentences) >= 2
    assert "Traceback" not in str(caught.value)


def test_warnings_of_a_bomb_turned_into_errors_do_not_matter():
    huge = file(Image.new("1", (9600, 9600), 1), "PNG")
    with pytest.raises(BadImage, match="even colour"):
        normalise(huge)


def test_48_megapixels_are_decoded_small_and_in_little_memory():
    script = """
import io, resource, sys
from PIL import Image
from aemodels.images import normalise
file = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
normalise(file)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    photo = file(paper_seven((1000, 750)).resize((8000, 6000)), "JPEG", quality=85)
    assert colours(photo)[..., 0].size < 1.5 * KEPT_PIXELS
    ran = subprocess.run([sys.executable, "-c", script], input=photo, capture_output=True, check=True)
    assert int(ran.stdout) < 600


def test_mnist_comes_back_as_it_was(mnist):
    digits = mnist.test.images[:300]
    apart = np.array([np.abs(normalise(digit).image - digit).mean() for digit in digits])
    assert apart.mean() < 0.001
    assert np.quantile(apart, 0.95) < 0.001
