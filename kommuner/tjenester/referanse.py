"""Puts the reference data that ships with the product into the database; doing it twice changes nothing."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.db import models, transaction

from kommuner import referanse
from kommuner.domene.enheter import Kommunehistorie
from kommuner.domene.referanse import Kommune
from kommuner.models import Identitet, Kommuneendring, Part, Parttype, Statistikk

SSB = "Statistisk sentralbyrå, tabell 07459"
SSB_GRUNNKRETSER = "Statistisk sentralbyrå, tabell 04317 (sum av grunnkretser)"


@transaction.atomic
def last_referansedata() -> dict[str, int]:
    """Municipalities with their history, county municipalities and population. Returns how many rows there are now."""
    historie = referanse.les_enheter()
    _lagre_parter(_fylkeskommuner())
    _lagre_parter(_kommuner(historie))
    parter = {part.noekkel: part for part in Part.objects.kommuner()}
    _synkroniser(Identitet, ("part_id", "nummer", "navn", "fra", "til"), _identiteter(historie, parter))
    _synkroniser(Kommuneendring, ("dato", "type", "fra_part_id", "til_part_id"), _endringer(historie, parter))
    _lagre_folketall(historie, parter)
    return {m.__name__: m.objects.count() for m in (Part, Identitet, Kommuneendring, Statistikk)}


def kommunenoekkel(foerste_nummer: str) -> str:
    """The stable key of a municipality's party, by its first number in the register."""
    return f"kommune:{foerste_nummer}"


def fylkesnoekkel(nummer: str) -> str:
    """The stable key of a county municipality's party."""
    return f"fylke:{nummer}"


def _lagre_parter(parter: Iterable[Part]) -> None:
    felt = ["type", "navn", "navn_parallelle", "nummer", "orgnr", "maalform", "fylke", "fra", "til"]
    Part.objects.bulk_create(parter, update_conflicts=True, unique_fields=["noekkel"], update_fields=felt)


def _fylkeskommuner() -> Iterator[Part]:
    for fylke in referanse.les_fylker():
        if fylke.orgnr:  # Oslo's county municipality is Oslo kommune itself.
            yield Part(
                noekkel=fylkesnoekkel(fylke.nummer),
                type=Parttype.FYLKESKOMMUNE,
                navn=f"{fylke.navn} fylkeskommune",
                nummer=fylke.nummer,
                orgnr=fylke.orgnr,
                maalform=fylke.maalform,
            )


def _kommuner(historie: Kommunehistorie) -> Iterator[Part]:
    fakta = {kommune.nummer: kommune for kommune in referanse.les_kommuner()}
    fylker = {part.nummer: part for part in Part.objects.filter(type=Parttype.FYLKESKOMMUNE)}
    maalformer = _maalformer(historie, fakta)
    for enhet in historie.enheter:
        siste = enhet.siste
        naa = fakta.get(siste.nummer) if siste.til is None else None
        yield Part(
            noekkel=kommunenoekkel(enhet.noekkel),
            type=Parttype.KOMMUNE,
            navn=naa.navn if naa else siste.navn,
            navn_parallelle=" – ".join(naa.parallelle if naa else siste.parallelle),
            nummer=siste.nummer,
            orgnr=naa.orgnr if naa else "",
            maalform=maalformer[enhet.noekkel],
            fylke=fylker.get(naa.fylke) if naa else None,
            fra=enhet.fra,
            til=enhet.til,
        )


def _maalformer(historie: Kommunehistorie, fakta: dict[str, Kommune]) -> dict[str, str]:
    """Each entity's language form. No source has it for an ended municipality: it gets its heirs', where they agree."""
    arvinger: dict[str, list[str]] = {}
    for arv in historie.arv:
        arvinger.setdefault(arv.fra_enhet, []).append(arv.til_enhet)
    maalformer = {e.noekkel: fakta[e.siste.nummer].maalform for e in historie.enheter if e.til is None}

    def arvet(noekkel: str) -> str:
        if noekkel not in maalformer:
            former = {arvet(arving) for arving in arvinger.get(noekkel, ())}
            maalformer[noekkel] = former.pop() if len(former) == 1 else "noeytral"
        return maalformer[noekkel]

    return {enhet.noekkel: arvet(enhet.noekkel) for enhet in historie.enheter}


def _identiteter(historie: Kommunehistorie, parter: dict[str, Part]) -> Iterator[Identitet]:
    for enhet in historie.enheter:
        part = parter[kommunenoekkel(enhet.noekkel)]
        for i in enhet.identiteter:
            yield Identitet(part=part, nummer=i.nummer, navn=i.navn, fra=i.fra, til=i.til)


def _endringer(historie: Kommunehistorie, parter: dict[str, Part]) -> Iterator[Kommuneendring]:
    for arv in historie.arv:
        fra, til = parter[kommunenoekkel(arv.fra_enhet)], parter[kommunenoekkel(arv.til_enhet)]
        yield Kommuneendring(dato=arv.dato, type=arv.type, fra_part=fra, til_part=til)


def _synkroniser(modell: type[models.Model], felt: tuple[str, ...], rader: Iterable[models.Model]) -> None:
    """Make the table hold exactly ``rader``: what is gone is deleted first, so that periods never collide."""
    oenskede = {tuple(getattr(rad, navn) for navn in felt): rad for rad in rader}
    lagrede = {tuple(verdier): pk for pk, *verdier in modell.objects.values_list("pk", *felt)}
    modell.objects.filter(pk__in=[pk for verdier, pk in lagrede.items() if verdier not in oenskede]).delete()
    modell.objects.bulk_create(rad for verdier, rad in oenskede.items() if verdier not in lagrede)


def _lagre_folketall(historie: Kommunehistorie, parter: dict[str, Part]) -> None:
    per_nummer = [(i, parter[kommunenoekkel(e.noekkel)]) for e in historie.enheter for i in e.identiteter]
    identiteter: dict[str, list] = {}
    for identitet, part in per_nummer:
        identiteter.setdefault(identitet.nummer, []).append((identitet, part))
    rader = []
    for tall in referanse.les_folketall():
        part = _part_paa(identiteter[tall.nummer], tall.dato)
        rader.append(
            Statistikk(
                part=part,
                dato=tall.dato,
                verdi=Decimal(tall.verdi),
                kvalitet=tall.kvalitet,
                kilde=SSB_GRUNNKRETSER if tall.kvalitet == "tilnaermet" else SSB,
            )
        )
    Statistikk.objects.bulk_create(
        rader,
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["part", "variabel", "dato"],
        update_fields=["verdi", "kvalitet", "kilde"],
    )


def _part_paa(kandidater, dato) -> Part:
    return next(p for i, p in kandidater if i.fra <= dato and (i.til is None or dato < i.til))
