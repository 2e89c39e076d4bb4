"""What needs no network: principal components, filters, the best linear denoiser."""
