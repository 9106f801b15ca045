"""Forms of organs, seats and posts, of how a municipality is governed, and of a region's key figures."""
