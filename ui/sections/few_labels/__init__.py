"""Parts of the page “Few labels”."""
