"""What happens once when the server starts, so that nobody has to wait for it later."""

import asyncio
import gc
import logging
from collections.abc import Callable
from contextlib import asynccontextmanager

import numpy as np

import aemodels
from aemodels import datasets
from aemodels.baselines.median_and_friends import FILTERS
from aemodels.checkpoints import cards
from aemodels.errors import AutoencoderError
from ui.ready import WARM

log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app):
    """Load torch and all models in a thread while the server already answers."""
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    yield
    await warming


def warm_up() -> None:
    """Load every checkpoint, the test pictures, and what filters and live training need, then freeze what never dies.

    Streamlit collects all garbage after every run of a page; with torch in memory that costs a tenth of a second
    each time, unless the objects that live for ever are frozen. What is imported later, such as the reader of the test
    pictures, is not frozen and costs its share again.
    """
    aemodels.use_one_thread()
    _load_all(aemodels.load, cards.trained())
    _load_all(datasets.test, [name for name in datasets.DOWNLOADED if datasets.available(name)])
    datasets.bundled_digits()
    for rule in FILTERS.values():
        rule.clean(np.zeros((1, 28, 28), np.float32), rule.choices[1])
    aemodels.learn_plane(0)
    gc.collect()
    gc.freeze()
    WARM.set()


def _load_all(load: Callable[[str], object], names: list[str]) -> None:
    for name in names:
        try:
            load(name)
        except AutoencoderError as error:
            log.warning("%s", error)
