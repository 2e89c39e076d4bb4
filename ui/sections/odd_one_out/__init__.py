"""Parts of the page “Odd one out”."""
