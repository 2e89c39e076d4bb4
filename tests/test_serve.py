"""`make serve` before anything runs: its configuration, what it says where something is missing, and the password."""

import os
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from serve import CannotServe, proxy
from serve.replica import Replica, free_ports
from tests.support.fleet import served
from tests.support.haproxy import haproxy
from ui import ready, routes

ROOT = Path(__file__).parent.parent


def replicas(count: int) -> list[Replica]:
    return [Replica(f"replica{number}", 9000 + number, "secret") for number in range(1, count + 1)]


def hashed(password: str) -> str:
    return subprocess.check_output(["openssl", "passwd", "-6", password], text=True).strip()


@pytest.fixture
def certificate(tmp_path) -> Path:
    """A file with a key and a certificate for it that nobody has signed."""
    key, signed, both = (tmp_path / name for name in ("key", "signed", "both.pem"))
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    subprocess.run([*words, "-keyout", key, "-out", signed], check=True, capture_output=True)
    both.write_text(key.read_text() + signed.read_text())
    return both


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("asked", [False, True])
def test_haproxy_accepts_every_configuration(tmp_path, certificate, count, secure, asked):
    haproxy()
    visitors = proxy.users(f"class:{hashed('five')}\n") if asked else ""
    variables = {"PORT": "8501", "CERTIFICATE": str(certificate) if secure else "", "SECURE": "; Secure" * secure}
    proxy.Proxy(tmp_path, proxy.configuration(replicas(count), visitors), variables | {"ENTRANCE": "token" * asked})


def test_what_haproxy_refuses_is_said(tmp_path):
    haproxy()
    wrong = proxy.configuration(replicas(1)).replace("balance roundrobin", "balance nobody")
    with pytest.raises(CannotServe, match="balance"):
        proxy.Proxy(tmp_path, wrong, {"PORT": "8501", "CERTIFICATE": "", "SECURE": "", "ENTRANCE": ""})


@pytest.mark.parametrize("text", ["", "class:five\n", "class\n", "class:$6$a b\n", "two words:$6$a$b\n"])
def test_a_file_of_passwords_that_are_not_hashed_is_refused(text):
    with pytest.raises(CannotServe, match="openssl passwd -6"):
        proxy.users(text)


def serve(*words: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "serve", *words]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=60)


def test_without_haproxy_a_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr(proxy, "ALSO_IN", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotServe, match="apt-get install haproxy"):
        proxy.program()


def test_a_certificate_that_is_not_there_and_a_port_in_use_are_said_in_a_sentence(tmp_path):
    done = serve("--certificate", str(tmp_path / "none.pem"), "--folder", str(tmp_path), "--port", "9790")
    assert done.returncode == 1
    assert done.stderr.endswith("none.pem cannot be read: No such file or directory. Name a file that is there.\n")
    with subprocess.Popen([sys.executable, "-m", "http.server", "9791"], stderr=subprocess.DEVNULL) as other:
        while free_ports(1, 9790) == [9791]:
            assert other.poll() is None
        done = serve("--folder", str(tmp_path), "--port", "9791")
        other.kill()
    assert done.stderr == "Port 9791 is in use. Choose another: make serve PORT=…\n"


def test_a_server_is_ready_when_its_models_are_warm(monkeypatch):
    client = TestClient(Starlette(routes=routes.routes()))
    ready.WARM.clear()
    assert client.get("/ready").status_code == 503
    ready.WARM.set()
    assert client.get("/ready").status_code == 200
    ready.WARM.clear()


@pytest.mark.slow
def test_a_password_is_asked_once_and_nothing_is_answered_without(tmp_path, certificate):
    passwords = tmp_path / "passwords"
    passwords.write_text(f"class:{hashed('five')}\n")
    with served(tmp_path, 1, "--passwords", str(passwords)) as fleet:
        assert status(fleet.address) == (401, "")
        assert status(fleet.address, Authorization="Basic Y2xhc3M6c2l4") == (401, "")
        code, cookie = status(fleet.address, Authorization="Basic Y2xhc3M6Zml2ZQ==")
        assert code == 200
        assert status(f"{fleet.address}/_stcore/health", Cookie=cookie)[0] == 200
        assert status(f"{fleet.address}/_stcore/metrics", Cookie=cookie)[0] == 404
    assert stat.S_IMODE((tmp_path / "cookie_secret").stat().st_mode) == 0o600


def status(address: str, **headers: str) -> tuple[int, str]:
    """Return the status of an answer, and the cookie by which the visitor is known from then on."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60) as answer:
            cookies = answer.headers.get_all("Set-Cookie") or []
            return answer.status, "".join(each.partition(";")[0] for each in cookies if each.startswith("entrance="))
    except urllib.error.HTTPError as error:
        return error.code, ""
