"""Base classes of all variants, their layers and losses."""
