"""The forms of a strategy, its points, measures and plans, and of the cases a region fronts."""

from .skjemaer import Frontsakskjema, Handlingsplanskjema, Punktskjema, Strategiskjema, Tiltaksskjema

__all__ = ["Frontsakskjema", "Handlingsplanskjema", "Punktskjema", "Strategiskjema", "Tiltaksskjema"]
