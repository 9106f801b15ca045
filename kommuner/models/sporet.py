"""Which of the ground floor's tables leave a trace of every change; the wall test holds the list complete."""

from django.utils.translation import gettext_lazy as _

from .brukere import Bruker, Tilgang
from .historikk import Hendelse, Innsending
from .parter import Identitet, Kommuneendring, Part
from .regioner import Region, Regionmedlemskap
from .sporing import spor, uten_spor
from .statistikk import Statistikk
from .styring import Folkevalgt, Kommunestyring, Regiontall

spor(Bruker, slag=_("bruker"), navn="navn")
spor(Tilgang, slag=_("tilgang"), navn="bruker__navn")
spor(Region, slag=_("region"), navn="navn", region="id")
spor(Regionmedlemskap, slag=_("medlem av regionen"), navn="part__navn")
spor(Part, slag=_("part"), navn="navn", part="id")
spor(Identitet, slag=_("navn og nummer"), navn="navn")
spor(Kommuneendring, slag=_("kommunereform"), navn="til_part__navn", part="til_part")
spor(Kommunestyring, slag=_("styreform og eierorgan"), navn="part__navn")
spor(Folkevalgt, slag=_("folkevalgt"), navn="navn")
spor(Regiontall, slag=_("nøkkeltall for regionen"), navn="navn")
uten_spor(Bruker.groups.through, "not used: access is rows of Tilgang")
uten_spor(Bruker.user_permissions.through, "not used: access is rows of Tilgang")
uten_spor(Statistikk, "reference data of SSB, loaded whole by a command; each figure carries its source")
uten_spor(Hendelse, "is the history")
uten_spor(Innsending, "which forms have been sent; forgotten after a few days")
