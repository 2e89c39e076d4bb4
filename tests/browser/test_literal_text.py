"""Crafted links and file names in a real Chromium: shown as they stand, nothing is fetched from elsewhere."""

from urllib.parse import quote

from playwright.sync_api import expect

from tests.support.browser import settled

REFUSED = """
() => new Promise(resolve => {
  document.addEventListener("securitypolicyviolation", event => resolve(event.effectiveDirective));
  new Image().src = "https://evil.example/a.png";
})
"""


def test_a_crafted_link_shows_no_link_and_fetches_nothing(address, visit):
    mine = visit()
    requests: list[str] = []
    mine.page.on("request", lambda request: requests.append(request.url))
    attack = "![evil](https://evil.example/a.png) [evil](https://evil.example) https://evil.example :smile: :red[evil]"
    for path, keys, message in (
        ("reconstruct", "model=X", "The model "),
        ("denoise", "spoil=X&denoiser=X&model=X", "The denoiser "),
        ("latent_plane", "stops=X&model=X&show=walk", "The model "),
        ("sentences", "text=X", None),
        ("map_of_codes", "second_map=True&other_model=X", "The second model "),
    ):
        query = keys.replace("X", quote(attack, safe=""))
        mine.page.goto(f"{address}/{path}?{query}")
        expect(mine.page.locator("h1")).to_be_visible(timeout=60_000)
        settled(mine.page)
        if message:
            said = mine.page.get_by_role("alert").filter(has_text=message)
            expect(said).to_contain_text("![evil](https://evil.example/a.png) [evil](https://ev")
        _expect_nothing_evil(mine.page)
    mine.page.goto(f"{address}/reconstruct?source=upload")
    name = "![evil](https:evil.example) <img src=x onerror=alert(1)> :smile:.png"
    field = mine.page.locator("input[type=file]")
    field.wait_for(state="attached", timeout=60_000)
    field.set_input_files({"name": name, "mimeType": "image/png", "buffer": b"this is no picture"})
    expect(mine.page.get_by_role("alert").filter(has_text="![evil]")).to_contain_text("This file is no picture")
    _expect_nothing_evil(mine.page)
    assert not [url for url in requests if not url.startswith((address, "data:", "blob:"))]
    assert mine.page.evaluate(REFUSED) == "img-src", "the policy is there, and it is what keeps pictures out"
    told = [line for line in mine.complaints if "Content Security Policy" in line]
    assert told, "the console tells of what is kept out, so that any visit at which something was would fail"
    mine.complaints[:] = [line for line in mine.complaints if "Content Security Policy" not in line]


def _expect_nothing_evil(page) -> None:
    """Expect no link, picture or other trace of a hostile value but its text; the locator looks into components."""
    main = page.get_by_test_id("stMain")
    for made in ("a[href*=evil]", "img[src*=evil]", "img[alt*=evil]", "img[src=x]", "script"):
        expect(main.locator(made)).to_have_count(0)
