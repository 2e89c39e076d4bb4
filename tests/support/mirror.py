"""A small MNIST on a server of this machine, from which torchvision downloads it in a process that a test starts."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import numpy as np

PATCH = """
from torchvision.datasets import MNIST
MNIST.mirrors, MNIST.resources = {mirrors}, [tuple(pair) for pair in {resources}]
"""
COUNTS = {"train": 200, "t10k": 10}
"""Pictures; torchvision writes only whole 32 kB, of which half a file has to have some."""


@dataclass
class Mirror:
    """What is served.

    Attributes:
        files: By name, gzipped.
        goes_on: As long as it is not set, only the first half of a file is sent.
        requests: Names of the files that were asked for.
    """

    files: dict[str, bytes]
    goes_on: Event = field(default_factory=Event)
    requests: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(map(len, self.files.values()))


def small_mnist() -> dict[str, bytes]:
    """Return the four files of MNIST with a few made-up pictures, uncompressed."""
    random, files = np.random.default_rng(0), {}
    for part, count in COUNTS.items():
        pictures, labels = random.integers(0, 256, (count, 28, 28)), random.integers(0, 10, count)
        for name, values in (("images-idx3", pictures), ("labels-idx1", labels)):
            head = bytes([0, 0, 8, values.ndim]) + np.array(values.shape, ">i4").tobytes()
            files[f"{part}-{name}-ubyte"] = head + values.astype(np.uint8).tobytes()
    return files


@contextmanager
def mirror(folder: Path) -> Iterator[Mirror]:
    """Serve a small MNIST; a Python that has `folder` in its PYTHONPATH downloads from there."""
    served = Mirror({f"{name}.gz": gzip.compress(content) for name, content in small_mnist().items()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    thread = Thread(target=server.serve_forever)
    thread.start()
    resources = [[name, md5(content).hexdigest()] for name, content in served.files.items()]
    mirrors = [f"http://127.0.0.1:{server.server_port}/"]
    patch = PATCH.format(mirrors=json.dumps(mirrors), resources=json.dumps(resources))
    (folder / "sitecustomize.py").write_text(patch)
    try:
        yield served
    finally:
        served.goes_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(served: Mirror) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            name = self.path.strip("/")
            content = served.files[name]
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.headers["Method"] == "HEAD":  # so torchvision asks where it would be sent
                return
            served.requests.append(name)
            self.wfile.write(content[: len(content) // 2])
            self.wfile.flush()
            served.goes_on.wait()
            with suppress(OSError):  # whoever asked may have gone
                self.wfile.write(content[len(content) // 2 :])

        def log_message(self, *_arguments):
            pass

    return Handler
