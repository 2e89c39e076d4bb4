"""Download every data set that is missing: `python -m aemodels.datasets`."""

import argparse

from aemodels import datasets


def main() -> None:
    """Download every data set that is missing.

    Raises:
        MissingData: One cannot be fetched.
    """
    argparse.ArgumentParser(prog="python -m aemodels.datasets", description=__doc__).parse_args()
    for name in datasets.DOWNLOADED:
        datasets.download(name)


if __name__ == "__main__":
    main()
