"""What the commands of all experiments share: `--json FILE`, an error said in a sentence, the results in a file."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from aemodels.checkpoints import results
from aemodels.errors import AutoencoderError


def run(name: str, description: str | None, measure: Callable[[], dict], table: Callable[[dict], str]) -> int:
    """Parse the command line, measure, write the JSON and print the table.

    Args:
        name: Module of `aemodels.experiments`, and of its file of results.
        description: Of the command, shown by `--help`.
        measure: Gives everything that is to be written, ready for JSON.
        table: Lays that out as text.

    Returns:
        Exit code: 1 if data or a checkpoint is missing, with a sentence on standard error.
    """
    parser = argparse.ArgumentParser(prog=f"python -m aemodels.experiments.{name}", description=description)
    path = results.path(name)
    parser.add_argument("--json", type=Path, metavar="FILE", default=path, help=f"where to write (default: {path})")
    arguments = parser.parse_args()
    try:
        document = measure()
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    arguments.json.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
    print(table(document))
    return 0
