"""Results that belong to no single model, each from a command of its own."""
