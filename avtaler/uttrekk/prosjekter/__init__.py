"""Projects as the pages show them: the register, one project, and its steps in words."""
