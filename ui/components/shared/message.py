"""One message to a component: a small JSON header in front of raw arrays, so that pictures travel as bytes."""

import json
import struct

import numpy as np


def pack(header: dict, **arrays: np.ndarray) -> bytes:
    """Pack a header and arrays; `readMessage` in `message.js` is its other end.

    Args:
        header: JSON-ready values.
        **arrays: uint8 or float32 arrays by name.

    Returns:
        Header length as four little-endian bytes, the header with the arrays' places, the arrays.
    """
    places, offset, blobs = {}, 0, []
    for name, array in arrays.items():
        blob = np.ascontiguousarray(array).tobytes()
        places[name] = {"type": array.dtype.name, "offset": offset, "length": len(blob)}
        blobs.append(blob)
        offset += len(blob)
    head = json.dumps(header | {"arrays": places}).encode()
    return struct.pack("<I", len(head)) + head + b"".join(blobs)


def ink_bytes(images: np.ndarray) -> np.ndarray:
    """Turn images in [0, 1] into uint8 0 to 255; what lies outside is cut off."""
    return np.round(np.clip(images, 0, 1) * 255).astype(np.uint8)


def signed_bytes(differences: np.ndarray) -> np.ndarray:
    """Turn differences in [-1, 1] into uint8 around 128; of an error: below, ink is missing, above, too much."""
    return np.round(128 + 127 * np.clip(differences, -1, 1)).astype(np.uint8)
