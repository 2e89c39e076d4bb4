"""Parts of the page “PCA or autoencoder”."""
