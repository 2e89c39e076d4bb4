"""What one does with codes: scales, paths, samples, clusters, neighbours, maps."""
