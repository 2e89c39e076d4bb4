"""What only the page for teachers needs."""
