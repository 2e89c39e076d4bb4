"""Where no browser and no HAProxy are to be had, Debian's packages are installed and start: `make test-install`.

This replaces the system's Chromium and HAProxy by the same ones, downloaded anew. So it is no part of the other tests,
which need them meanwhile: its name does not begin with "test", and it runs when it is asked for.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from serve import CannotServe, proxy
from tests.support.chromium import APT, FLAGS, OF_DEBIAN, ON_THE_PATH
from tests.support.haproxy import haproxy
from tests.support.server import ROOT
from tests.support.skipping import skip_except_in_ci

NOWHERE = "http://127.0.0.1:9"


def path_without_browsers(folder: Path) -> Path:
    """Fill a folder with links to all that is on the PATH but browsers."""
    folder.mkdir()
    for place in os.get_exec_path():
        for program in Path(place).glob("*"):
            link = folder / program.name
            if program.name not in ON_THE_PATH and not link.is_symlink():
                link.symlink_to(program)
    return folder


@pytest.fixture
def debian():
    """Skips where Debian's package cannot be installed, except in CI, where that fails."""
    system = platform.freedesktop_os_release().get("ID") if os.name == "posix" else os.name
    if system != "debian" or os.geteuid() != 0:
        skip_except_in_ci(f"only root on Debian can install its Chromium; this is user {os.geteuid()} on {system}")


def test_with_nothing_on_the_path_and_no_download_debians_package_is_installed_and_starts(debian, tmp_path):
    before = OF_DEBIAN.stat().st_ino if OF_DEBIAN.exists() else None
    environment = os.environ | {
        "PATH": str(path_without_browsers(tmp_path / "path")),
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "none"),
        "PLAYWRIGHT_DOWNLOAD_HOST": NOWHERE,
    }
    command = [sys.executable, "-m", "tests.support.chromium"]
    search = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert search.stdout.strip() == str(OF_DEBIAN)
    assert OF_DEBIAN.stat().st_ino != before, "the package was not unpacked"
    assert not shutil.which("chromium", path=environment["PATH"])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=search.stdout.strip(), args=list(FLAGS))
        page = browser.new_page()
        page.set_content("<p style='font: 20px sans-serif; display: inline'>A digit</p>")
        assert page.evaluate("document.querySelector('p').getBoundingClientRect().width") > 30, "no font to write with"
        browser.close()


def test_where_there_is_no_haproxy_debians_package_is_installed(debian):
    subprocess.run([*APT, "remove", "-y", "haproxy"], check=True, capture_output=True)
    with pytest.raises(CannotServe):
        proxy.program()
    version = subprocess.run([haproxy(), "-v"], check=True, capture_output=True, text=True).stdout
    assert version.startswith("HAProxy version")
