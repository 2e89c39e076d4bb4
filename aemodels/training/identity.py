"""What makes the result of a training, as digests: a run goes on only where all of it is as it was."""

import ast
import hashlib
import inspect
import sys
from functools import cache
from types import ModuleType

from aemodels.networks.autoencoder import Autoencoder
from aemodels.sentences.network import SentenceAutoencoder

PACKAGES = ("variants", "networks", "sentences", "corruption")
LOOP = ("loop", "phase", "augmentation", "processes")
WORDS = ("STORY", "SPEC")
"""Names of a variant's file that hold no code; the spec is compared by itself."""


def of(model: Autoencoder) -> dict[str, str]:
    """Return what a model's training depends on, by name.

    Returns:
        "recipe": all of its spec; "code": a digest of the variant, its bases, losses and the training loop; "word
        vectors": a digest of those that were given, empty where none were.
    """
    given = model.given_vectors if isinstance(model, SentenceAutoencoder) else None
    vectors = "" if given is None else hashlib.sha256(given.tobytes()).hexdigest()
    return {"recipe": repr(model.spec), "code": code_digest(type(model)), "word vectors": vectors}


@cache
def code_digest(network: type[Autoencoder]) -> str:
    """Digest the code that makes the result of a network's training, whatever its comments and docstrings say.

    Args:
        network: A variant's class.

    Returns:
        SHA-256 in hexadecimal, over the modules of the class and its bases, all that they import from the packages
        `PACKAGES`, and the training loop.
    """
    todo = [sys.modules[base.__module__] for base in network.__mro__ if base.__module__.startswith("aemodels.")]
    todo += [sys.modules[f"aemodels.training.{name}"] for name in LOOP if f"aemodels.training.{name}" in sys.modules]
    modules: dict[str, ModuleType] = {}
    while todo:
        module = todo.pop()
        if module.__name__ not in modules:
            modules[module.__name__] = module
            todo += _imported(module)
    total = hashlib.sha256()
    for name in sorted(modules):
        total.update(f"{name}\n{_bare(inspect.getsource(modules[name]))}\n".encode())
    return total.hexdigest()


def _imported(module: ModuleType) -> list[ModuleType]:
    """Return the modules of `PACKAGES` from which a module has names."""
    names = {
        value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None)
        for value in vars(module).values()
    }
    wanted = tuple(f"aemodels.{package}." for package in PACKAGES)
    return [sys.modules[name] for name in sorted(filter(None, names)) if name.startswith(wanted)]


def _bare(source: str) -> str:
    """Return a module's syntax tree as text, without docstrings and words."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not _assigns_words(node)]
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [entry for entry in body if not _is_text(entry)]  # type: ignore[attr-defined]
    return ast.dump(tree)


def _assigns_words(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and any(getattr(target, "id", None) in WORDS for target in node.targets)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
