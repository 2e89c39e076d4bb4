"""The lesson: ten steps, each a guess, something to do, what happened, and one sentence to keep."""
