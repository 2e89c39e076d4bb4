"""Which variants there are: the files of `variants/`."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from aemodels import folders
from aemodels.errors import UnknownVariant
from aemodels.specs import Spec, Story

if TYPE_CHECKING:
    from aemodels.networks.autoencoder import Autoencoder


class Variant(NamedTuple):
    """What a file of `variants/` holds."""

    name: str
    network: type["Autoencoder"]
    spec: Spec
    story: Story


@cache
def names() -> tuple[str, ...]:
    """Return the names of all variants, sorted, without importing any."""
    return tuple(sorted(path.stem for path in folders.VARIANTS.glob("[a-z]*.py")))


def variant(name: str) -> Variant:
    """Import a variant.

    Args:
        name: File name in `variants/` without its ending.

    Returns:
        Class, spec and story.

    Raises:
        UnknownVariant: There is no such file.
    """
    if name not in names():
        raise UnknownVariant(f"There is no model called “{name}”. Choose one of: {', '.join(names())}.")
    module = import_module(f"aemodels.variants.{name}")
    return Variant(name, module.NETWORK, module.SPEC, module.STORY)


def build(name: str) -> "Autoencoder":
    """Make a variant's network with fresh weights."""
    _, network, spec, _ = variant(name)
    return network(spec)
