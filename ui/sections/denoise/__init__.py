"""Parts of the page “Denoise”."""
