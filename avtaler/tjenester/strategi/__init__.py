"""Writes of a strategy: its tree kept in order without gaps, and its yearly plan put to the councils."""

from .handlingsplan import send_handlingsplan
from .punkter import endre_punkt, flytt_punkt, registrer_punkt, slett_punkt

__all__ = ["endre_punkt", "flytt_punkt", "registrer_punkt", "send_handlingsplan", "slett_punkt"]
