"""Parts of the page “What the loss does”: both terms of the loss, as bars and as formulas, and one digit five times."""
