"""Parts of the page “Sample”."""
