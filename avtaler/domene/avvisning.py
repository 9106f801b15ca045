"""How the trade says no: the ground floor's word for it."""

from kommuner.domene.avvisning import Avvist as Avvist
