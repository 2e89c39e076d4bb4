"""Download every data set that is missing: `python -m aemodels.datasets`.

MNIST and Fashion-MNIST, some 45 MB together, go into the data folder: `data/`, or the one that AEMODELS_DATA names.
Reuters-21578 has to be put there by hand.
"""

import argparse
import sys

from aemodels import datasets
from aemodels.errors import AutoencoderError


def main() -> int:
    """Download every data set that is missing, or those that are named."""
    parser = argparse.ArgumentParser(
        prog="python -m aemodels.datasets", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    known = datasets.DOWNLOADED
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{' or '.join(known)}; both if none is named")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in known]:
        parser.error(f"there is no data set “{unknown[0]}” to download; choose {' or '.join(known)}")
    try:
        for name in arguments.names or known:
            datasets.download(name)
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; nothing half-done is left.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
