"""Widgets: data in, value out."""
