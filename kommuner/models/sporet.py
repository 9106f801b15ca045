"""Which of the ground floor's tables leave a trace of every change; the wall test holds the list complete."""

from .brukere import Bruker, Tilgang
from .historikk import Hendelse, Innsending
from .parter import Identitet, Kommuneendring, Part
from .regioner import Region, Regionmedlemskap
from .sporing import spor, uten_spor
from .statistikk import Statistikk

spor(Bruker, navn="navn")
spor(Tilgang, navn="bruker__navn")
spor(Region, navn="navn", region="id")
spor(Regionmedlemskap, navn="part__navn")
spor(Part, navn="navn", part="id")
spor(Identitet, navn="navn")
spor(Kommuneendring, navn="til_part__navn", part="til_part")
uten_spor(Bruker.groups.through, "not used: access is rows of Tilgang")
uten_spor(Bruker.user_permissions.through, "not used: access is rows of Tilgang")
uten_spor(Statistikk, "reference data of SSB, loaded whole by a command; each figure carries its source")
uten_spor(Hendelse, "is the history")
uten_spor(Innsending, "which forms have been sent; forgotten after a few days")
