"""Several replicas of the app on one machine behind HAProxy: `python -m serve`, or `make serve REPLICAS=3`."""


class CannotServe(Exception):
    """Why nothing was started, in a sentence that ends with the remedy."""
