"""What people type about keys, budgets and splits, read as Norwegians mean it."""

from .budsjett import Budsjettskjema, Tilskuddsskjema, tilskuddsskjemaer
from .noekkel import MALER, Noekkelskjema, noekkelskjema

__all__ = [
    "MALER",
    "Budsjettskjema",
    "Noekkelskjema",
    "Tilskuddsskjema",
    "noekkelskjema",
    "tilskuddsskjemaer",
]
