"""Parts of the page “Reconstruct”."""
