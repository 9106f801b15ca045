"""The pages of projects: the register, one project, and what a coordinator does with it."""
