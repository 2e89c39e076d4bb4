"""A digest of the code notices what changes a result, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from aemodels import registry
from aemodels.training import identity

ROOT = Path(__file__).parent.parent
DIGESTS = """
from aemodels import registry
from aemodels.training import identity, loop
print(*(identity.code_digest(registry.variant(name).network) for name in ("sparse_l1", "simple")))
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory) -> Path:
    copy = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "aemodels", copy / "aemodels", ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def digests(tree: Path) -> list[str]:
    run = subprocess.run([sys.executable, "-c", DIGESTS], cwd=tree, capture_output=True, text=True, check=True)
    return run.stdout.split()


@pytest.mark.long
@pytest.mark.slow
def test_the_digest_follows_what_makes_the_result(tree):
    before = digests(tree)
    for file, old, new in (
        ("variants/sparse_l1.py", '"""', '"""Other words. '),
        ("training/loop.py", "import time", "import time  # a comment"),
        ("datasets/phrases.py", "import", "import "),
    ):
        path = tree / "aemodels" / file
        path.write_text(path.read_text().replace(old, new, 1))
    assert digests(tree) == before

    sparse = tree / "aemodels/networks/sparse.py"
    sparse.write_text(sparse.read_text() + "\nCHANGED = True\n")
    now = digests(tree)
    assert now[0] != before[0], "a base of sparse_l1 has changed"
    assert now[1] == before[1], "simple does not use it"

    for file in ("networks/losses.py", "training/phase.py"):
        before, path = now, tree / "aemodels" / file
        path.write_text(path.read_text() + "\nCHANGED = True\n")
        now = digests(tree)
        assert not set(now) & set(before), file


def test_each_variant_has_its_own():
    networks = {registry.variant(name).network for name in registry.names()}
    assert len({identity.code_digest(network) for network in networks}) == len(networks)
