"""What the server does beside its answers, so that nobody waits for it: loading at the start, tidying up later.

Streamlit would collect all garbage after every run of a page, and hold up all other runs meanwhile: a tenth of a second
with torch and Plotly in memory. `.streamlit/config.toml` switches that off (`runner.postScriptGC`); instead one thread
collects now and then. What lives for ever, above all modules, is frozen: no later collection looks at it. Pages import
more on their first visit; therefore the thread freezes again as soon as there are new modules.
"""

import asyncio
import gc
import logging
import sys
from contextlib import asynccontextmanager, suppress

import numpy as np

import aemodels
from aemodels.baselines.median_and_friends import FILTERS
from aemodels.checkpoints import cards
from aemodels.errors import AutoencoderError
from ui import memory, networks, theme
from ui.ready import WARM
from ui.sections.train_one import sheets

PAUSE = 5.0
"""Seconds between two collections of garbage."""
log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app):
    """Load torch and all models in a thread while the server already answers, then tidy up until it ends."""
    memory.few_heaps()
    theme.read_once()
    keeping = asyncio.create_task(_keep())
    yield
    keeping.cancel()
    with suppress(asyncio.CancelledError):
        await keeping


async def _keep() -> None:
    await asyncio.to_thread(warm_up)
    frozen = await asyncio.to_thread(tidy, 0)
    WARM.set()
    await asyncio.to_thread(_prepare_sheets)
    while True:
        await asyncio.sleep(PAUSE)
        frozen = await asyncio.to_thread(tidy, frozen)


def tidy(frozen: int) -> int:
    """Collect garbage and give memory back; if modules were imported since the last time, freeze what is left.

    Args:
        frozen: How many modules there were when it last froze.

    Returns:
        How many modules are frozen now.
    """
    gc.collect()
    memory.trim()
    if len(sys.modules) == frozen:
        return frozen
    gc.freeze()
    return len(sys.modules)


def warm_up() -> None:
    """Load every checkpoint, pack it for browsers, and load what filters need.

    Sample pictures and what live training needs (accelerate and torch's compiler, 170 MB) wait for who wants them.
    """
    for name in cards.trained():
        _load(name)
    for rule in FILTERS.values():
        rule.clean(np.zeros((1, 28, 28), np.float32), rule.choices[1])


def _prepare_sheets() -> None:
    """Make the pictures to train on ready, some two seconds, so that the first student need not wait for them."""
    try:
        sheets.available()
    except Exception as error:
        log.error("The pictures to train on could not be made ready", exc_info=error)


def _load(name: str) -> None:
    try:
        aemodels.load(name)
        card = cards.read(name)
        for half in card.browser:
            networks.packed(card.id, half)
    except AutoencoderError as error:
        log.warning("%s", error)
