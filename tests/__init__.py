"""Tests: what needs a browser lies in `browser/`, what tests and benchmarks share in `support/`, all else here.

`make test` runs everything, `make test-fast` what needs neither browser nor Playwright and is not marked as slow, and
`make test-install` proves that a machine without a browser gets one. A new test

- goes to `browser/` if it needs one, and is then marked by itself;
- imports what it shares with others from `support/`, and no other test;
- waits for a condition (`expect`, `eventually`, `changed`, `at_rest`), never for a time;
- is marked with `@pytest.mark.slow` if it draws maps, trains or measures anew for many seconds.
"""
