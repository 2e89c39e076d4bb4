"""Parts of the page “Row by row”."""
