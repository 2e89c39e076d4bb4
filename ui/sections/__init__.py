"""What only one page needs, a package for each such page."""
