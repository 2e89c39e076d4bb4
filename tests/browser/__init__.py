"""Tests in a real Chromium; only they import Playwright."""
