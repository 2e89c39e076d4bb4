"""Parts of the page “What the units see”."""
