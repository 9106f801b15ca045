"""A project's way through its six steps, what its councils say on the way, and whether it is mature for them."""
