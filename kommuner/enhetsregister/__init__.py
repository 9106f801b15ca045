"""Asking Enhetsregisteret: over the network when a site has said where, and the sentences when it does not answer."""

from .oppslag import Registertjeneste, kan_slaa_opp, tjenesten
from .setninger import setning

__all__ = ["Registertjeneste", "kan_slaa_opp", "setning", "tjenesten"]
