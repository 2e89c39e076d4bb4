"""The flow: input → encoder → code → decoder → reconstruction → error, painted in the browser from bytes."""

import numpy as np

from aemodels.latent import scales
from ui import models
from ui.components.shared.message import error_bytes, ink_bytes, pack
from ui.components.shared.modules import component

MOST_BARS = 300
CLOUD = 1200

_component = component("flow", "flow", styles=("pictures",))


def flow(key: str, rebuilt: models.Rebuilt, waiting: bool = False) -> None:
    """Show how one model takes a picture apart and puts it together again.

    Args:
        key: Of this flow on its page.
        rebuilt: What the model made of the picture.
        waiting: Whether the picture is only an example until the student gives one.
    """
    kind, arrays = _code_picture(rebuilt)
    size = rebuilt.card["spec"]["code_size"]
    header = {
        "model": rebuilt.name,
        "code": kind,
        "waiting": waiting,
        "texts": {
            "input": "784 numbers",
            "code": f"{size} numbers",
            "output": "784 numbers",
            "error": f"{rebuilt.error:.4f} a pixel",
        },
    }
    pictures = {
        "input": ink_bytes(rebuilt.image),
        "output": ink_bytes(rebuilt.x_hat),
        "error": error_bytes(rebuilt.x_hat, rebuilt.image),
    }
    _component(key=key, data=pack(header, **pictures, **arrays))


def _code_picture(rebuilt: models.Rebuilt) -> tuple[dict, dict[str, np.ndarray]]:
    """Choose how a code is shown: a place on a plane, small maps, or bars."""
    spec = rebuilt.card["spec"]
    known = models.gallery(rebuilt.name, rebuilt.card["digest"])
    if spec["code_size"] == 2:
        window = scales.plane(known["codes"])
        points = np.round(window.shares(known["codes"][:CLOUD]) * 255).astype(np.uint8)
        cloud = np.column_stack([points, known["labels"][:CLOUD].astype(np.uint8)])
        label = "Code: place ({:.2f}, {:.2f}) on the plane".format(*rebuilt.code)
        return {"kind": "plane", "label": label}, {"code": window.shares(rebuilt.code), "cloud": cloud}
    scale = scales.usual_scale(known["codes"])
    shares = {"code": scale.shares(rebuilt.code[:MOST_BARS])}
    if spec["code_grid"]:
        label = f"Code: {spec['code_grid'][0]} small maps"
        return {"kind": "maps", "grid": spec["code_grid"], "label": label}, shares
    label = f"Code: {spec['code_size']} numbers as bars"
    return {"kind": "bars", "zero": scale.zero, "label": label}, shares
