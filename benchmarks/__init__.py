"""What measures speed, always as ratios taken in one run."""
