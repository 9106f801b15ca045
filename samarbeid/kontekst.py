"""What base.html needs on every page, looked up only when the template asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.models import Avtale
from avtaler.uttrekk.registervilkaar import skal_bekreftes
from kommuner import foresporsel
from kommuner.domene.datolesing import les_dato
from kommuner.domene.lesing import Ulesbar
from kommuner.domene.skriving import vis_dato
from kommuner.models import Part, Region, Rolle, Tilgang
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

#: What belongs to the register of agreements; the rest of that room is the life of the regions.
REGISTERETS = ("/avtaler/", "/matrise/", "/oppgaver/", "/dokumenter/", "/historikk/", "/reformer/")
SPRAAKNAVN = {"nb": "Bokmål", "nn": "Nynorsk"}


@dataclass(frozen=True)
class Lenke:
    """One entry of the main menu."""

    navn: str
    url: str
    aktiv: bool


@dataclass(frozen=True)
class Spraak:
    """A language the reader may switch to, named in itself."""

    kode: str
    navn: str


class Side:
    """The page being shown, as seen by header, footer and the date chooser. ``siden`` in every template."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def maalform(self) -> str:
        return getattr(self._request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)

    @property
    def annet_spraak(self) -> Spraak:
        kode = "nb" if self.maalform == "nn" else "nn"
        return Spraak(kode, SPRAAKNAVN[kode])

    @property
    def adresse(self) -> str:
        """Where to come back after changing language or logging in; a page that only takes POST leads home."""
        return self._request.get_full_path() if self._request.method in {"GET", "HEAD"} else reverse("start")

    @cached_property
    def innsyn(self) -> Innsyn:
        return foresporsel.innsyn(self._request)

    @cached_property
    def _tilganger(self) -> list[Tilgang]:
        """The reader's roles today with their places: one query, none for a visitor."""
        if not self.innlogget:
            return []
        gjeldende = Tilgang.objects.filter(gyldig(self.idag), bruker=self._request.user)
        return list(gjeldende.select_related("part", "region").order_by("part__sortering", "region__sortering", "pk"))

    @property
    def egne_parter(self) -> list[Part]:
        """Municipalities where the reader has a role of their own."""
        parter = (tilgang.part for tilgang in self._tilganger)
        return list(dict.fromkeys(part for part in parter if part is not None and part.nummer))

    @property
    def egne_regioner(self) -> list[Region]:
        """Regions the reader coordinates or is secretary of."""
        regioner = (tilgang.region for tilgang in self._tilganger)
        return list(dict.fromkeys(region for region in regioner if region is not None))

    @property
    def holder_registeret(self) -> bool:
        """Whether the reader keeps the register of any region: the menu asks on every page, and must not ask more."""
        roller = {tilgang.rolle for tilgang in self._tilganger}
        return bool(roller & {Rolle.KOORDINATOR, Rolle.ADMINISTRATOR}) or (
            self.innlogget and self._request.user.is_superuser
        )

    @cached_property
    def antall_aa_bekrefte(self) -> int:
        """Agreements the reader answers for that nobody has confirmed in a year: one query, none for others."""
        if not self.innsyn.er_koordinator:
            return 0
        mine = skal_bekreftes("mine", self._request.user.pk, self.idag)
        return Avtale.objects.for_user(self.innsyn).filter(mine).count()

    @property
    def innlogget(self) -> bool:
        bruker = getattr(self._request, "user", None)
        return bruker is not None and bruker.is_authenticated

    @cached_property
    def navigasjon(self) -> list[Lenke]:
        return list(self._lenker())

    def _lenker(self) -> Iterator[Lenke]:
        egne = [(part.navn, reverse("rapport:kommune", args=[part.nummer])) for part in self.egne_parter]
        egne_url = [url for _navn, url in egne]
        sti = self._request.path
        for navn, url in egne:
            yield Lenke(navn, url, sti.startswith(url))
        ryddes = sti.startswith(reverse("avtaler:rydding"))
        i_saker = sti.startswith(reverse("avtaler:runder"))
        i_aaret = sti.startswith(reverse("avtaler:aarshjul"))
        i_region = sti.startswith(reverse("avtaler:regionene"))
        i_avtaler = (self._i("kostnad") and not i_region) or sti.startswith(REGISTERETS)
        i_egen = any(sti.startswith(url) for url in egne_url)
        i_regionen = (self._i("avtaler") or i_region) and not (i_avtaler or i_saker or ryddes or i_aaret or i_egen)
        yield Lenke(_("Regionen"), self._regionens_adresse(), i_regionen)
        yield Lenke(_("Avtaler"), reverse("avtaler:register"), i_avtaler)
        yield Lenke(_("Saker"), reverse("avtaler:runder"), i_saker)
        if self.innlogget:
            yield Lenke(_("Årshjul"), reverse("avtaler:aarshjul"), i_aaret)
        if self.holder_registeret:
            yield Lenke(_("Rydding"), reverse("avtaler:rydding"), ryddes)
        yield Lenke(_("Kommuner"), reverse("rapport:kommuner"), self._i("rapport") and not i_egen)
        yield Lenke(_("Hjelp"), reverse("hjelp"), sti == reverse("hjelp"))

    def _regionens_adresse(self) -> str:
        """Straight to the region the reader works for; the list finds the way for all others, without asking here."""
        egne = self.egne_regioner
        return reverse("avtaler:regionen", args=[egne[0].slug]) if len(egne) == 1 else reverse("avtaler:regionene")

    def _i(self, *navnerom: str) -> bool:
        treff = self._request.resolver_match
        return treff is not None and treff.namespace in navnerom

    @cached_property
    def idag(self) -> date:
        return foresporsel.idag()

    @cached_property
    def dato(self) -> date:
        """The date the page shows («Slik det var»)."""
        return foresporsel.valgt_dato(self._request)

    @property
    def er_idag(self) -> bool:
        return self.dato == self.idag

    @property
    def datotekst(self) -> str:
        return vis_dato(self.dato)

    @property
    def datovalg(self) -> str:
        """What the reader typed in the date field."""
        return self._request.GET.get("dato", "").strip()

    @property
    def dato_ulest(self) -> bool:
        """Something was typed that is no date; the page then shows today."""
        if not self.datovalg:
            return False
        try:
            les_dato(self.datovalg, referanseaar=self.idag.year)
        except Ulesbar:
            return True
        return False

    @property
    def dato_spoerring(self) -> str:
        """«?dato=2019-01-01» to put behind links that should stay on the chosen date; empty today."""
        return foresporsel.datovalg(self._request)

    @property
    def andre_valg(self) -> list[tuple[str, str]]:
        """The other parameters of the address, which a new date must not lose."""
        andre = (navn for navn in self._request.GET if navn not in {"dato", "side"})
        return [(navn, verdi) for navn in andre for verdi in self._request.GET.getlist(navn)]


def siden(request: HttpRequest) -> dict[str, Side]:
    """Context processor."""
    return {"siden": Side(request)}
