"""Organs without the database: what each kind may decide, the seats the law asks for, and how a term turns."""
