"""HAProxy: its configuration, its process, and what is told to it while it runs."""

import os
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from serve import CannotServe
from serve.replica import Replica, ending_with_us, finish

TEMPLATE = Path(__file__).with_name("haproxy.cfg")
STARTING = Path(__file__).with_name("starting.http")
ALSO_IN = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin", "/opt/homebrew/bin")  # not on everybody's PATH
MOST_BYTES = 11_000_000  # of a request: an upload of 10 MB and what is around it
USER = re.compile(r"[\w.@-]+:\$[156]\$[^\s:]+|[\w.@-]+:\$2[aby]\$[^\s:]+")
MISSING = (
    "HAProxy is not installed. Install it (Debian and Ubuntu: apt-get install haproxy; Fedora: dnf install haproxy; "
    "macOS: brew install haproxy), or serve with a single process: make run."
)


def program() -> str:
    """Return HAProxy's path.

    Raises:
        CannotServe: It is not there.
    """
    path = shutil.which("haproxy", path=os.pathsep.join([os.environ.get("PATH", ""), *ALSO_IN]))
    if not path:
        raise CannotServe(MISSING)
    return path


def users(text: str) -> str:
    """Turn lines "name:hash" into HAProxy's section of users.

    Raises:
        CannotServe: A line is something else, such as a password that was not hashed.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not all(map(USER.fullmatch, lines)):
        raise CannotServe(
            "The file of passwords must have lines “name:hash” and nothing else. "
            'Write one by: echo "class:$(openssl passwd -6)" > passwords'
        )
    return "userlist visitors\n" + "".join(
        f"    user {name} password {hashed}\n" for name, _, hashed in (line.partition(":") for line in lines)
    )


def configuration(replicas: list[Replica], visitors: str = "") -> str:
    """Return the whole configuration.

    Args:
        replicas: Nobody is sent to one before it is admitted.
        visitors: The section of users, if there is a password.
    """
    servers = [f"    server {each.name} 127.0.0.1:{each.port} cookie {each.name} disabled\n" for each in replicas]
    return "\n".join([visitors, TEMPLATE.read_text(encoding="utf-8")]) + "".join(servers)


class Proxy:
    """HAProxy's process."""

    def __init__(self, folder: Path, configured: str, variables: dict[str, str]):
        """Check a configuration.

        Args:
            folder: For the configuration and the socket, of this process alone.
            configured: The configuration.
            variables: What stands in it by name.

        Raises:
            CannotServe: HAProxy is missing, or refuses the configuration.
        """
        self._admin = folder / "admin"
        self._file = folder / "haproxy.cfg"
        self._file.write_text(configured, encoding="utf-8")
        own = {"ADMIN": str(self._admin), "STARTING": str(STARTING), "MOST_BYTES": str(MOST_BYTES)}
        self._environment = os.environ | own | variables
        self._program = program()
        self._process: subprocess.Popen | None = None
        check = subprocess.run(
            [self._program, "-c", "-f", self._file], env=self._environment, capture_output=True, text=True
        )
        if check.returncode:
            raise CannotServe(f"HAProxy refuses its configuration:\n{check.stderr}\nCorrect what it names.")

    def start(self) -> None:
        """Start HAProxy."""
        command = ending_with_us([self._program, "-db", "-q", "-f", str(self._file)])
        self._process = subprocess.Popen(command, env=self._environment, process_group=0)

    def runs(self) -> bool:
        """Say whether HAProxy is there."""
        return self._process is not None and self._process.poll() is None

    def admit(self, replica: Replica) -> bool:
        """Send visitors to a replica from now on, and say whether HAProxy heard it."""
        replica.admitted = self._tell(f"set server replicas/{replica.name} state ready")
        return replica.admitted

    def withdraw(self, replica: Replica) -> None:
        """Send nobody to a replica any more, and hand those who are there to the others."""
        replica.admitted = False
        self._tell(f"set server replicas/{replica.name} state maint")

    def stop(self) -> None:
        """End HAProxy."""
        if self._process and self.runs():
            self._process.send_signal(signal.SIGTERM)
        finish(self._process)

    def _tell(self, command: str) -> bool:
        """Give HAProxy a command; it answers a good one with nothing."""
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(5)
                line.connect(str(self._admin))
                line.sendall(f"{command}\n".encode())
                return not line.recv(1000).strip()
        except OSError:
            return False
