"""The search for a browser: whatever goes wrong in one step, the next is tried."""

import asyncio
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support import chromium
from tests.support.server import ROOT

TROUBLES = [
    FileNotFoundError("no such command"),
    PermissionError("not allowed"),
    subprocess.CalledProcessError(1, "install"),
    subprocess.TimeoutExpired("install", 1),
    RuntimeError("it looks like you are using a synchronous interface inside a loop"),
]
APT_THAT_INSTALLS = """
case "$*" in
  *update*) exit 1 ;;
  *install*chromium*) printf '#!/bin/sh\\n' > "{folder}/chromium"; {chmod} +x "{folder}/chromium" ;;
esac
"""


def program(folder: Path, name: str, script: str = "") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def empty_path(tmp_path, monkeypatch) -> Path:
    """A folder that is the whole PATH, and empty."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def no_playwright(tmp_path, monkeypatch):
    """A Python that fails at whatever it is asked for."""
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", "exit 1")))


@pytest.fixture
def root(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)


def installs(folder: Path) -> str:
    return APT_THAT_INSTALLS.format(folder=folder, chmod="/bin/chmod")


def test_a_program_on_the_path_is_found_by_any_of_its_names(empty_path):
    assert chromium.on_the_path() is None
    path = program(empty_path, "google-chrome")
    assert chromium.on_the_path() == str(path)


def test_playwrights_browser_counts_when_its_file_is_there(tmp_path, monkeypatch):
    expected = tmp_path / "chrome"
    monkeypatch.setattr(chromium, "output", lambda *_, seconds: f"{expected}\n")
    assert chromium.already_from_playwright() is None
    expected.touch()
    assert chromium.already_from_playwright() == str(expected)


def test_playwright_is_asked_after_it_has_downloaded(tmp_path, monkeypatch):
    expected = tmp_path / "chrome"

    def output(*command, seconds):
        if "install" in command:
            expected.touch()
        return f"{expected}\n"

    monkeypatch.setattr(chromium, "output", output)
    assert chromium.from_playwright() == str(expected)


def test_without_playwright_its_steps_fail_and_do_not_hang(empty_path, no_playwright):
    for step in (chromium.already_from_playwright, chromium.from_playwright):
        with pytest.raises(subprocess.CalledProcessError):
            step()


def test_debian_installs_even_if_its_lists_cannot_be_renewed(empty_path, root, capsys):
    program(empty_path, "apt-get", installs(empty_path))
    assert chromium.from_debian() == str(empty_path / "chromium")
    assert "No new lists of packages" in capsys.readouterr().err


def test_debian_without_apt_or_rights_is_passed_over(empty_path, monkeypatch, root):
    assert chromium.from_debian() is None
    program(empty_path, "apt-get", installs(empty_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert chromium.from_debian() is None
    assert not (empty_path / "chromium").exists()


def test_debians_failure_is_said(empty_path, root):
    program(empty_path, "apt-get", "exit 100")
    with pytest.raises(subprocess.CalledProcessError, match="100"):
        chromium.from_debian()


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: type(trouble).__name__)
@pytest.mark.parametrize("failing", range(3))
def test_no_steps_failure_keeps_the_next_from_being_tried(trouble, failing):
    def fails():
        raise trouble

    steps = [lambda: None, lambda: None, lambda: None, lambda: "/found"]
    steps[failing] = fails
    assert chromium.first_of(tuple(steps)) == "/found"


def test_all_steps_are_taken_in_the_end_inside_a_running_loop_too(empty_path, no_playwright, root):
    program(empty_path, "apt-get", installs(empty_path))

    async def search() -> str:
        return chromium.chromium()

    with ThreadPoolExecutor(1) as elsewhere:  # in this thread Playwright's own loop may be running
        assert elsewhere.submit(asyncio.run, search()).result() == str(empty_path / "chromium")


def test_who_gets_none_is_told_how_to_get_one_and_what_was_tried(empty_path, no_playwright, root):
    with pytest.raises(RuntimeError, match="apt-get install chromium") as caught:
        chromium.chromium()
    for word in (
        "brew",
        "dnf",
        "playwright install",
        *(step.__name__ for step in chromium.STEPS),
        "CalledProcessError",
    ):
        assert word in str(caught.value)


def runs(process: int) -> bool:
    """Whether there is such a process that has not ended; one that nobody has waited for yet has ended too."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_command_that_hangs_is_ended_with_all_that_it_started(tmp_path):
    noted = tmp_path / "child"
    hanging = program(tmp_path, "hanging", f"sleep 60 &\necho $! > {noted}\nwait")
    began = time.monotonic()
    with pytest.raises(subprocess.TimeoutExpired):
        chromium.output(str(hanging), seconds=0.5)
    assert time.monotonic() - began < 10
    while runs(int(noted.read_text())):
        assert time.monotonic() - began < 10


def test_a_missing_command_and_a_failing_one_are_told_apart():
    with pytest.raises(FileNotFoundError):
        chromium.output("/nowhere/command", seconds=1)
    with pytest.raises(subprocess.CalledProcessError):
        chromium.output("/bin/sh", "-c", "exit 3", seconds=5)


def test_several_processes_do_not_install_at_the_same_time(tmp_path):
    folder, log = tmp_path / "path", tmp_path / "log"
    folder.mkdir()
    program(folder, "apt-get", f"echo began >> {log}\n/bin/sleep 0.2\necho ended >> {log}\n{installs(folder)}")
    script = "import os\nos.geteuid = lambda: 0\nfrom tests.support import chromium as search\n"
    script += "search.STEPS = (search.on_the_path, search.from_debian)\nprint(search.chromium())"
    environment = {"PATH": str(folder), "TMPDIR": str(tmp_path)}
    searches = [
        subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert {search.communicate(timeout=60)[0].strip() for search in searches} == {str(folder / "chromium")}
    assert log.read_text().split() == ["began", "ended"] * 2, "updated and installed once, by one of them"
