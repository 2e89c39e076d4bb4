"""An HAProxy for the tests of several replicas: found, or installed where this process may."""

import os
import shutil
import tempfile
from pathlib import Path

from filelock import FileLock

from serve import CannotServe, proxy
from tests.support.chromium import APT, SECONDS_INSTALLING, output
from tests.support.skipping import skip_except_in_ci


def haproxy() -> str:
    """Return HAProxy's path; where there is none and none can be installed the test is skipped, except in CI."""
    with FileLock(Path(tempfile.gettempdir()) / f"aemodels-haproxy-{os.getuid()}.lock"):
        try:
            return proxy.program()
        except CannotServe:
            if os.geteuid() == 0 and shutil.which("apt-get"):
                output(*APT, "update", seconds=SECONDS_INSTALLING)
                output(*APT, "install", "-y", "--no-install-recommends", "haproxy", seconds=SECONDS_INSTALLING)
        try:
            return proxy.program()
        except CannotServe as error:
            skip_except_in_ci(str(error))
            raise
