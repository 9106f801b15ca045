"""Pages of the traits of agreements, of regions as a whole, and of the systems they share."""
