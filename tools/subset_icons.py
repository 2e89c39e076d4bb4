"""Write the icons that the app and Streamlit's own parts of a page show into a small typeface: `make icons`.

Streamlit's whole typeface of icons has thousands of them, 375 kB on a first visit. An icon is written as its name, and
the typeface draws a ligature for it; the small one keeps all letters, and of the ligatures those that are needed.
"""

import re
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "ui" / "icons.woff2"
STATIC = Path(streamlit.__file__).parent / "static" / "static"
(WHOLE,) = (STATIC / "media").glob("MaterialSymbols-Rounded.*.woff2")
WRITTEN = re.compile(r":material/([a-z0-9_]+):")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def of_the_app() -> set[str]:
    """Return the names of the icons that the app's own sources write."""
    folders = (ROOT / "ui", ROOT / "pages", ROOT / "aemodels")
    sources = [path for folder in folders for kind in ("*.py", "*.js") for path in folder.rglob(kind)]
    return {name for path in sources for name in WRITTEN.findall(path.read_text())}


def of_streamlit() -> set[str]:
    """Return the names of the icons that Streamlit's scripts write, be they ever seen here or not."""
    names = {name for path in (STATIC / "js").glob("*.js") for name in WRITTEN.findall(path.read_text())}
    return names & set(drawn(TTFont(WHOLE)))


def drawn(font: TTFont) -> dict[str, str]:
    """Return the glyphs of a typeface that stand for names, by these names."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(table, "ligatures", {}).items():
                for ligature in ligatures:
                    name = "".join(letters.get(glyph, "?") for glyph in (first, *ligature.Component))
                    found[name] = ligature.LigGlyph
    return found


def write() -> None:
    """Write the small typeface.

    Raises:
        SystemExit: The app writes an icon that there is none of.
    """
    font = TTFont(WHOLE)
    glyphs, own = drawn(font), of_the_app()
    if own - set(glyphs):
        raise SystemExit(f"There is no icon called {', '.join(sorted(own - set(glyphs)))}. Choose another name.")
    options = subset.Options(layout_closure=False, flavor="woff2", notdef_outline=True, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS, glyphs=[glyphs[name] for name in own | of_streamlit()])
    subsetter.subset(font)
    subset.save_font(font, str(SMALL), options)
    print(f"{SMALL.relative_to(ROOT)}: {SMALL.stat().st_size:,} bytes instead of {WHOLE.stat().st_size:,}")


if __name__ == "__main__":
    write()
