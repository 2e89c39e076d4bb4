"""Everything that imports Streamlit.

Each answer computes on one core: many visitors at once would crowd each other out, and a thread that waits for a second
core on a busy machine waits a hundred times longer than a small model takes. torch reads the variable once, when it is
loaded; `torch.set_num_threads` counts only in the thread that calls it, and Streamlit runs every answer in a new one.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
