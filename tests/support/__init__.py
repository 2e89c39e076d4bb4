"""What tests and benchmarks share; no test imports another test."""
