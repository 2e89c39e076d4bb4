"""Download every data set that is missing: `python -m aemodels.datasets`."""

from aemodels import datasets


def main() -> None:
    """Download every data set that is missing."""
    for name in datasets.DOWNLOADED:
        datasets.download(name)


if __name__ == "__main__":
    main()
