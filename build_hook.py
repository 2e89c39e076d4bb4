"""Packs the weights into the wheel, without the galleries that only the app's pages need: see `make wheel`."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GALLERY = ".gallery.safetensors"


class Weights(BuildHookInterface):
    """Runs only where `HATCH_BUILD_HOOK_ENABLE_CUSTOM` asks for it."""

    def initialize(self, version: str, build_data: dict) -> None:
        """Lay every file of `checkpoints/` but the galleries into the package."""
        for path in sorted(Path(self.root, "checkpoints").iterdir()):
            if path.is_file() and not path.name.endswith(GALLERY):
                build_data["force_include"][str(path)] = f"aemodels/_checkpoints/{path.name}"
