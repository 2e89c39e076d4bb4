"""What only the page "Start here" needs."""
