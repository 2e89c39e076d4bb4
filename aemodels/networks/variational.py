"""What the variational variants share: a posterior instead of a point, and the KL divergence in nats."""

import math
from typing import ClassVar

import torch
import torch.nn.functional as F
from torch import Tensor

from aemodels.latent.dimensions import ACTIVE
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.losses import FORMULAS, kl_to_standard_normal


class VariationalAutoencoder(Autoencoder):
    """Base class. A variant gives `posterior` and `decode_logits`.

    Source:
        Kingma and Welling 2014, Auto-Encoding Variational Bayes.
    """

    samples_measured = 4
    units: ClassVar = {
        "reconstruction_nats": "nats an image, the error of the reconstruction",
        "kl_nats": "nats an image of KL divergence",
        "negative_elbo": "nats an image",
        "active_units": "numbers of the code that carry anything",
    }

    def posterior(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Map images (B, 1, 28, 28) to the posterior's mean and log variance, both (B, D)."""
        raise NotImplementedError

    def encode(self, x: Tensor) -> Tensor:
        """Map images to the posterior's mean (B, D)."""
        return self.posterior(x)[0]

    def bound_terms(self, x: Tensor, target: Tensor) -> dict[str, Tensor]:
        """Negative evidence lower bound, as reconstruction and KL in nats per image."""
        mean, log_variance = self.posterior(x)
        mean, log_variance = mean.float(), log_variance.float()
        epsilon = torch.randn_like(mean)
        z = mean + torch.exp(0.5 * log_variance) * epsilon
        return {
            "reconstruction": self.reconstruction_loss(z, target),
            "kl": kl_to_standard_normal(mean, log_variance).sum(1).mean(),
        }

    def loss_terms(self, x: Tensor, target: Tensor) -> dict[str, Tensor]:
        """Both terms of the bound, as they are."""
        return self.bound_terms(x, target)

    def formulas(self):
        """Both terms of the negative bound; the first for a code drawn from the posterior."""
        return super().formulas() | {"kl": FORMULAS["kl"]}

    def importance_weighted_bound(self, x: Tensor, samples: int) -> float:
        """Bound the negative log likelihood more tightly than the ELBO does.

        Args:
            x: (N, 1, 28, 28) images.
            samples: K, codes drawn from each image's posterior.

        Returns:
            Nats an image.

        Source:
            Burda, Grosse and Salakhutdinov 2016, Importance Weighted Autoencoders, equation 8.
        """
        total = 0.0
        for image in x:
            mean, log_variance = self.posterior(image[None])
            epsilon = torch.randn(samples, mean.shape[1])
            z = mean + torch.exp(0.5 * log_variance) * epsilon  # (K, D)
            logits = self.decode_logits(z)
            log_likelihood = (
                -F.binary_cross_entropy_with_logits(logits, image[None].expand_as(logits), reduction="none")
                .flatten(1)
                .sum(1)
            )
            log_ratio = 0.5 * (epsilon.square() - z.square() + log_variance).sum(1)  # ln p(z) - ln q(z|x)
            total -= float(torch.logsumexp(log_likelihood + log_ratio, 0)) - math.log(samples)
        return total / len(x)

    def own_measures(self, data, x):
        """Bound, reconstruction and KL in nats per image, and how many code dimensions carry anything.

        A dimension counts as active when its posterior mean varies by more than 0.01 over the images.

        Source:
            Burda, Grosse and Salakhutdinov 2016, Importance Weighted Autoencoders, section 5.3 (active units).
        """
        totals = {"reconstruction_nats": 0.0, "kl_nats": 0.0}
        batches = x.split(1000)
        for batch in batches:
            for _ in range(self.samples_measured):
                terms = self.bound_terms(batch, batch)
                totals["reconstruction_nats"] += float(terms["reconstruction"]) * len(batch)
                totals["kl_nats"] += float(terms["kl"]) * len(batch)
        figures = {name: total / (len(x) * self.samples_measured) for name, total in totals.items()}
        figures["negative_elbo"] = figures["reconstruction_nats"] + figures["kl_nats"]
        means = torch.cat([self.encode(batch) for batch in batches])
        figures["active_units"] = int((means.var(0) > ACTIVE).sum())
        return figures
