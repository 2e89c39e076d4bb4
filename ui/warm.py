"""What happens once when the server starts, so that nobody has to wait for it later."""

import asyncio
import gc
import logging
from contextlib import asynccontextmanager

import numpy as np

import aemodels
from aemodels import cards, datasets, filters
from aemodels.errors import AutoencoderError

log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app):
    """Load torch and all models in a thread while the server already answers."""
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    yield
    await warming


def warm_up() -> None:
    """Load every checkpoint and what filters and live training need, then fence all that off from garbage collection.

    Streamlit collects all garbage after every run of a page; with torch in memory that costs a tenth of a second
    each time, unless the objects that live for ever are frozen.
    """
    aemodels.use_one_thread()
    for name in cards.trained():
        try:
            aemodels.load(name)
        except AutoencoderError as error:
            log.warning("%s", error)
    datasets.bundled_digits()
    for each in filters.FILTERS.values():
        each.clean(np.zeros((1, 28, 28), np.float32), each.choices[1])
    aemodels.learn_plane(0)
    gc.collect()
    gc.freeze()
