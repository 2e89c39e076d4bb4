"""Tests; `chromium` is shared with the benchmarks."""
