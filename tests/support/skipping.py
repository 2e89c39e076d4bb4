"""What is done where a machine lacks what a test needs."""

import os

import pytest


def skip_except_in_ci(message: str) -> None:
    """Skip a test, except in CI, where it fails: there nothing may be left out unseen."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
