"""Small drawings, one for each term: SVG in the colours of the page, made by functions of no arguments."""
