"""Parts of the page “Latent plane”, and what “What the loss does” takes from it: the plane and the whole at once."""
