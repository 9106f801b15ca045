"""The clean-up list: findings computed from rules, and a person's judgement merged onto them, never mixed in."""
