"""Parts of the page “Odd one out”: anomaly detection by the reconstruction error."""
