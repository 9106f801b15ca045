"""The change log as people read it: who changed what, from what to what, and why."""

from .side import Historikkfilter, Historikkside, historikkside
from .verdier import GRUPPER

__all__ = ["GRUPPER", "Historikkfilter", "Historikkside", "historikkside"]
