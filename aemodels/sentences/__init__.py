"""The models for sentences, their word vectors and their figures."""
