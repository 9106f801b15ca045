"""Reusable filters on agreements and documents: in force on a date, of a municipality, within a reader's scope."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kommuner.querysets import gyldig, loepende_eller_kommende
from kommuner.tilgang import Innsyn

#: Roles in an agreement that give a seat in its organs.
MED_SETE = ("deltaker", "kontorkommune", "vertskommune", "samarbeidskommune")


class AvtaleQuerySet(models.QuerySet):
    """Every page, report and export of agreements starts with ``for_user`` and goes through these."""

    def for_user(self, innsyn: Innsyn) -> "AvtaleQuerySet":
        """Agreements the reader may see at all: published ones, and drafts of their own regions.

        A draft is open to those it is sent to: the parties whose councils a locked round asks.
        """
        if innsyn.er_administrator:
            return self
        spurt = self.model.objects.filter(runder__laast__isnull=False, runder__vedtak__part__in=innsyn.parter)
        sendt = Q(pk__in=spurt.order_by().values("pk"))
        return self.filter(Q(er_utkast=False) | Q(region__in=innsyn.regioner) | sendt)

    def med_oekonomi_for(self, innsyn: Innsyn) -> "AvtaleQuerySet":
        """Agreements whose money the reader may see: their own regions', and those their municipality is in."""
        if innsyn.er_administrator:
            return self
        egne = self.model.objects.filter(deltakelser__part__in=innsyn.parter).order_by().values("pk")
        return self.for_user(innsyn).filter(Q(region__in=innsyn.regioner) | Q(pk__in=egne))

    def med_historikk_for(self, innsyn: Innsyn) -> "AvtaleQuerySet":
        """Agreements whose change log the reader sees: those they keep, and those of a municipality they oversee.

        Overseen are the agreements the municipality is in, or is to be: one that has left follows them no more.
        """
        if innsyn.er_administrator:
            return self
        inne = loepende_eller_kommende(innsyn.dato, "deltakelser__")
        tilsyn = self.model.objects.filter(inne, deltakelser__part__in=innsyn.innsynsparter).order_by().values("pk")
        return self.for_user(innsyn).filter(Q(region__in=innsyn.regioner) | Q(pk__in=tilsyn))

    def gjeldende(self, dato: date) -> "AvtaleQuerySet":
        """In force on ``dato``."""
        return self.filter(gyldig(dato), er_utkast=False, fra__isnull=False)


class DokumentQuerySet(models.QuerySet):
    """Every list, page and download of documents starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "DokumentQuerySet":
        """Public documents of agreements the reader may see; exempt ones for those with full insight in the agreement.

        Full insight have coordinators of the region, and those whose municipality takes part, or is to. One that has
        left sees what is dated while it was in (docs/valg/0006).
        """
        if innsyn.er_administrator:
            return self
        avtaler = self.model._meta.get_field("avtale").remote_field.model.objects
        offentlige = Q(er_offentlig=True, avtale__in=avtaler.for_user(innsyn).order_by().values("pk"))
        egne = avtaler.for_user(innsyn).filter(pk=OuterRef("avtale")).order_by()
        inne = loepende_eller_kommende(innsyn.dato, "deltakelser__") | gyldig(OuterRef("dato"), "deltakelser__")
        deltar = Exists(egne.filter(inne, deltakelser__part__in=innsyn.parter))
        return self.filter(offentlige | Q(avtale__region__in=innsyn.regioner) | deltar)


class ProsjektQuerySet(models.QuerySet):
    """Every list and page of projects starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "ProsjektQuerySet":
        """Projects under an agreement the reader may see, and those under none."""
        if innsyn.er_administrator:
            return self
        avtaler = self.model._meta.get_field("avtale").remote_field.model.objects
        return self.filter(Q(avtale__isnull=True) | Q(avtale__in=avtaler.for_user(innsyn).order_by().values("pk")))

    def med_oekonomi_for(self, innsyn: Innsyn) -> "ProsjektQuerySet":
        """Projects whose money the reader may see: of their own regions, and those their municipality is in.

        One that delivers to a project, or is only kept informed of it, does not see what it costs; nor does one that
        has left it. Those who were in it to its end still do.
        """
        if innsyn.er_administrator:
            return self
        roller = ("deltaker", "prosjekteier", "partner")
        inne = loepende_eller_kommende(innsyn.dato, "deltakelser__") | Q(deltakelser__til__gte=F("til"))
        med = self.model.objects.filter(inne, deltakelser__part__in=innsyn.parter, deltakelser__rolle__in=roller)
        egne = med.order_by().values("pk")
        return self.for_user(innsyn).filter(Q(region__in=innsyn.regioner) | Q(pk__in=egne))


class MoeteQuerySet(models.QuerySet):
    """Every list and page of meetings starts with ``for_user``; what is closed is shown ``med_innsyn_for`` only."""

    def for_user(self, innsyn: Innsyn) -> "MoeteQuerySet":
        """Meetings of a region's organ, and of organs of an agreement the reader may see."""
        if innsyn.er_administrator:
            return self
        return self.filter(Q(organ__avtale__isnull=True) | Q(organ__avtale__in=self._avtaler(innsyn)))

    def med_innsyn_for(self, innsyn: Innsyn) -> "MoeteQuerySet":
        """Meetings whose closed doors are open to the reader: of their own regions, and of those who sit there.

        That is, those of a municipality that took part with a seat, or was in the region of a joint organ, on the day
        of the meeting. One that observes, pays or came later does not; nor does the coordinator of another region.
        """
        if innsyn.er_administrator:
            return self
        dag, parter = OuterRef("dato"), innsyn.egne_parter
        satt = Q(gyldig(dag, "deltakelser__"), deltakelser__part__in=parter, deltakelser__rolle__in=MED_SETE)
        med = Q(gyldig(dag, "medlemskap__"), medlemskap__part__in=parter)
        satt_der = self._i_regionene(innsyn) | Exists(self._organets_avtale().filter(satt))
        return self.for_user(innsyn).filter(satt_der | Exists(self._organets_region().filter(med)))

    def som_angaar(self, innsyn: Innsyn) -> "MoeteQuerySet":
        """Meetings of the reader's regions and of cooperations a municipality of theirs has to do with."""
        if innsyn.er_administrator:
            return self
        inne = loepende_eller_kommende(innsyn.dato, "deltakelser__") | gyldig(OuterRef("dato"), "deltakelser__")
        med = loepende_eller_kommende(innsyn.dato, "medlemskap__") | gyldig(OuterRef("dato"), "medlemskap__")
        avtalene = self._organets_avtale().filter(inne, deltakelser__part__in=innsyn.parter)
        regionene = self._organets_region().filter(med, medlemskap__part__in=innsyn.parter)
        return self.for_user(innsyn).filter(self._i_regionene(innsyn) | Exists(avtalene) | Exists(regionene))

    def med_innsyn(self, innsyn: Innsyn) -> "MoeteQuerySet":
        """Each with ``har_innsyn``: whether what is closed in it is open to the reader."""
        apne = self.model.objects.med_innsyn_for(innsyn).order_by().filter(pk=OuterRef("pk"))
        return self.annotate(har_innsyn=Exists(apne))

    def _avtaler(self, innsyn: Innsyn) -> models.QuerySet:
        return self._avtalemodell().objects.for_user(innsyn).order_by().values("pk")

    def _i_regionene(self, innsyn: Innsyn) -> Q:
        """Of organs of the regions the reader keeps or is secretary of."""
        regioner = innsyn.regioner | innsyn.sekretaer_regioner
        return Q(organ__avtale__region__in=regioner) | Q(organ__region__in=regioner)

    def _organets_avtale(self) -> models.QuerySet:
        return self._avtalemodell().objects.filter(pk=OuterRef("organ__avtale")).order_by()

    def _organets_region(self) -> models.QuerySet:
        organ = self.model._meta.get_field("organ").related_model
        return organ._meta.get_field("region").related_model.objects.filter(pk=OuterRef("organ__region")).order_by()

    def _avtalemodell(self) -> type[models.Model]:
        return self.model._meta.get_field("organ").related_model._meta.get_field("avtale").related_model


class KunngjoeringQuerySet(models.QuerySet):
    """Every list and page of news starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "KunngjoeringQuerySet":
        """What is out and for the inhabitants; all of it for those who keep the region, or are in it when it is out.

        News is out from its date on, whatever day the reader looks at.
        """
        if innsyn.er_administrator:
            return self
        ute = Q(dato__lte=innsyn.dato) if innsyn.dato else Q()
        avtaler = self.model._meta.get_field("avtale").related_model.objects.for_user(innsyn).order_by().values("pk")
        region = self.model._meta.get_field("region").related_model.objects
        med = loepende_eller_kommende(innsyn.dato, "medlemskap__")
        egne = region.filter(med, medlemskap__part__in=innsyn.parter).order_by().values("pk")
        mine = Q(region__in=innsyn.regioner) | Q(region__in=egne)
        synlig = self.filter(Q(avtale__isnull=True) | Q(avtale__in=avtaler)).filter(Q(for_innbyggere=True) | mine)
        return synlig.filter(ute | Q(region__in=innsyn.regioner))


class OrganQuerySet(models.QuerySet):
    """Every list and page of organs starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "OrganQuerySet":
        """The organs of a region, and those of an agreement the reader may see."""
        if innsyn.er_administrator:
            return self
        avtaler = self.model._meta.get_field("avtale").remote_field.model.objects
        return self.filter(Q(avtale__isnull=True) | Q(avtale__in=avtaler.for_user(innsyn).order_by().values("pk")))

    def gjeldende(self, dato: date) -> "OrganQuerySet":
        """Those that are there on ``dato``."""
        return self.filter(gyldig(dato))

    def i_regionen(self, region_id: int) -> "OrganQuerySet":
        """The region's own organs, and those of its agreements."""
        return self.filter(Q(region=region_id) | Q(avtale__region=region_id))


class HjulhendelseQuerySet(models.QuerySet):
    """Every wheel, calendar and letter of a region's own events starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "HjulhendelseQuerySet":
        """Events for everybody; those for some roles only to the region's own people. Never of a hidden agreement."""
        if innsyn.er_administrator:
            return self
        avtaler = self.model._meta.get_field("avtale").remote_field.model.objects.for_user(innsyn)
        regioner = self.model._meta.get_field("region").remote_field.model.objects
        med = loepende_eller_kommende(innsyn.dato, "medlemskap__")
        egne = regioner.filter(med, medlemskap__part__in=innsyn.parter).order_by().values("pk")
        mine = Q(region__in=innsyn.regioner | innsyn.sekretaer_regioner) | Q(region__in=egne)
        synlig = Q(avtale__isnull=True) | Q(avtale__in=avtaler.order_by().values("pk"))
        return self.filter(synlig).filter(Q(roller=[]) | mine)
