"""The app's mark, an hourglass of two funnels: in the browser's tab and above the menu."""

import base64
from pathlib import Path

ADDRESS = "data:image/svg+xml;base64," + base64.b64encode(Path(__file__).with_suffix(".svg").read_bytes()).decode()
"""The mark as an address that needs no request of its own; made once a process."""
