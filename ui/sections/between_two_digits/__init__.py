"""Parts of the page “Between two digits”."""
