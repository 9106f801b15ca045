"""Reads of the traits of agreements and of the systems municipalities share, for whole pages."""
