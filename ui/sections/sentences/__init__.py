"""Parts of the page “Sentences”."""
