"""Parts of the page “PCA against autoencoder”."""
