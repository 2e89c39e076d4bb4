"""Every data set in one record: what it is called, what it shows, where it comes from."""

from dataclasses import dataclass

DIGITS = tuple("0123456789")
CLOTHES = (
    *("T-shirt", "trousers", "pullover", "dress", "coat"),
    *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
)


@dataclass(frozen=True)
class Entry:
    """A data set.

    Attributes:
        name: What specs, addresses and file names call it.
        title: Display name.
        noun: What its examples are, in the plural.
        one_of: One example, with its article.
        module: Module of `aemodels.datasets` that has its `load`.
        tested_on: How many examples figures are reported on.
        rehearsal: Name of the data set that stands in for it where it must not be needed.
        classes: Names of the labels, in their order; empty where examples have no class.
        torchvision: Class of `torchvision.datasets` that downloads it; empty for what torchvision does not have.
        download_bytes: How much is fetched then.
        first_file: A file of it in the data folder; empty for what is bundled or made up.
    """

    name: str
    title: str
    noun: str
    one_of: str
    module: str
    tested_on: int
    rehearsal: str
    classes: tuple[str, ...] = ()
    torchvision: str = ""
    download_bytes: int = 0
    first_file: str = ""

    @property
    def pictures(self) -> bool:
        """Whether its examples are images (28, 28)."""
        return self.module == "pictures"


TABLE = {
    entry.name: entry
    for entry in (
        Entry(
            "mnist",
            title="MNIST",
            noun="digits",
            one_of="a picture",
            module="pictures",
            tested_on=10_000,
            rehearsal="digits",
            classes=DIGITS,
            torchvision="MNIST",
            download_bytes=11_594_722,
            first_file="MNIST/raw/t10k-images-idx3-ubyte",
        ),
        Entry(
            "fashion",
            title="Fashion-MNIST",
            noun="clothes",
            one_of="a picture",
            module="pictures",
            tested_on=10_000,
            rehearsal="digits",
            classes=CLOTHES,
            torchvision="FashionMNIST",
            download_bytes=30_878_645,
            first_file="FashionMNIST/raw/t10k-images-idx3-ubyte",
        ),
        Entry(
            "digits",
            title="scikit-learn's digits",
            noun="digits",
            one_of="a picture",
            module="pictures",
            tested_on=297,
            rehearsal="digits",
            classes=DIGITS,
        ),
        Entry(
            "cloud",
            title="the cloud of points",
            noun="points",
            one_of="a point",
            module="plane_3d",
            tested_on=200,
            rehearsal="cloud",
        ),
        Entry(
            "reuters",
            title="Reuters-21578",
            noun="sentences",
            one_of="a sentence",
            module="reuters",
            tested_on=500,
            rehearsal="phrases",
            first_file="reuters21578/reut2-000.sgm",
        ),
        Entry(
            "phrases",
            title="made-up phrases",
            noun="sentences",
            one_of="a sentence",
            module="phrases",
            tested_on=100,
            rehearsal="phrases",
        ),
    )
}
PICTURES = tuple(entry.name for entry in TABLE.values() if entry.pictures)
DOWNLOADED = tuple(entry.name for entry in TABLE.values() if entry.torchvision)
