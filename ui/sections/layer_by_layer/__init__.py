"""Parts of the page “Layer by layer”."""
