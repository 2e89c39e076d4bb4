"""Serve the app by several replicas behind HAProxy.

Ctrl-C or SIGTERM stops all; SIGHUP starts the replicas anew, one after the other, each when all others are ready. A
replica that dies is replaced.
"""

import argparse
import hashlib
import hmac
import logging
import os
import secrets
import sys
import tempfile
from pathlib import Path

from serve import CannotServe, proxy
from serve.fleet import Fleet
from serve.replica import ROOT, Replica, free_ports


def main() -> int:
    """Read the command line and serve until a signal comes."""
    arguments = _arguments()
    note = arguments.folder / f"{arguments.port}.pid"
    try:
        with tempfile.TemporaryDirectory(prefix="aemodels-serve-") as folder:
            fleet = _fleet(arguments, Path(folder))
            logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO, filename=arguments.log)
            note.write_text(f"{os.getpid()}\n")
            scheme = "https" if arguments.certificate else "http"
            print(f"{arguments.replicas} replicas start behind {scheme}://localhost:{arguments.port}", flush=True)
            fleet.run()
    except CannotServe as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        note.unlink(missing_ok=True)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m serve", description=__doc__)
    parser.add_argument("--replicas", type=int, default=2, help="how many processes; each needs about 1 GB of memory")
    parser.add_argument("--port", type=int, default=8501, help="on which HAProxy listens; the replicas take the next")
    parser.add_argument("--certificate", type=Path, help="PEM file with certificate and key: serve by https")
    parser.add_argument("--passwords", type=Path, help="file with lines “name:hash”: ask visitors for a password")
    parser.add_argument("--folder", type=Path, default=ROOT / ".serve", help="for the cookies' secret and the pid")
    parser.add_argument("--log", type=Path, help="file for what happens to the replicas; else it is printed")
    arguments = parser.parse_args()
    if not 1 <= arguments.replicas <= 64:
        parser.error("--replicas must be between 1 and 64")
    return arguments


def _fleet(arguments: argparse.Namespace, folder: Path) -> Fleet:
    """Prepare replicas and HAProxy.

    Raises:
        CannotServe: Something that was named is not there or wrong, or somebody else uses the port.
    """
    if free_ports(1, arguments.port - 1) != [arguments.port]:
        raise CannotServe(f"Port {arguments.port} is in use. Choose another: make serve PORT=…")
    secret = _secret(arguments.folder)
    ports = free_ports(arguments.replicas, arguments.port)
    replicas = [Replica(f"replica{number}", port, secret) for number, port in enumerate(ports, 1)]
    passwords = _read(arguments.passwords) if arguments.passwords else ""
    if arguments.certificate:
        _read(arguments.certificate)
    variables = {
        "PORT": str(arguments.port),
        "CERTIFICATE": str(arguments.certificate.resolve()) if arguments.certificate else "",
        "SECURE": "; Secure" if arguments.certificate else "",
        "ENTRANCE": hmac.new(secret.encode(), passwords.encode(), hashlib.sha256).hexdigest() if passwords else "",
    }
    visitors = proxy.users(passwords) if arguments.passwords else ""
    return Fleet(replicas, proxy.Proxy(folder, proxy.configuration(replicas, visitors), variables))


def _secret(folder: Path) -> str:
    """Return the secret by which all replicas sign their cookies; made once, readable for its owner alone."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "cookie_secret"
    if not file.exists():
        file.touch(0o600)
        file.write_text(secrets.token_hex(32))
    return file.read_text()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotServe(f"{path} cannot be read: {error.strerror}. Name a file that is there.") from error


if __name__ == "__main__":
    sys.exit(main())
