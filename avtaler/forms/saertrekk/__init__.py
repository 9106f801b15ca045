"""Forms of the traits of agreements and of shared systems."""
