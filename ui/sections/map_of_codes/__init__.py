"""Parts of the page “Map of codes”."""
