"""Reads of organs: the tree of an agreement or a region, one organ, the seats to fill, and the posts of people."""
