"""The forms of projects: the filter, the project, its steps, its councils, its participants and its end."""
