"""What a council round starts from when it comes of a judgement: nothing is typed twice (needs 4.17, 4.22, 4.25)."""

from collections.abc import Sequence

from avtaler.domene.vurdering.dommer import alle_vil_avvikle
from avtaler.domene.vurdering.saksliste import Arrangement, saksliste
from avtaler.models import Avtale, Diskusjonsdokument, Rundeslag, Saksforslag
from avtaler.uttrekk.rundeforslag import Rundeforslag


def fra_avvikling(avtale: Avtale, dommer: Sequence[str]) -> Rundeforslag | None:
    """The round that dissolves an agreement all want to end; None when they do not."""
    if not dommer or not alle_vil_avvikle(dommer, antall=len(dommer)):
        return None
    alle = {str(nr): dom for nr, dom in enumerate(dommer)}
    arrangement = Arrangement(id=avtale.pk, navn=avtale.navn, antall=len(dommer), dommer=alle)
    (linje,) = saksliste([arrangement], [], [], maalform=avtale.maalform)
    return _forslag(avtale, Rundeslag.OPPLOESE, linje.tittel, linje.tekst)


def fra_saksforslag(sak: Saksforslag, avtale: Avtale, dommer: Sequence[str]) -> Rundeforslag:
    """The round of a line of the case list: dissolving when all want to end, otherwise a change."""
    slutt = bool(dommer) and alle_vil_avvikle(dommer, antall=len(dommer))
    return _forslag(avtale, Rundeslag.OPPLOESE if slutt else Rundeslag.ENDRE, sak.tittel, sak.tekst)


def fra_diskusjon(dokument: Diskusjonsdokument, avtale: Avtale) -> Rundeforslag:
    """The round that a discussion ends in; which alternative is left to write."""
    return _forslag(avtale, Rundeslag.ENDRE, dokument.tittel, "")


def _forslag(avtale: Avtale, slag: str, tittel: str, forslag: str) -> Rundeforslag:
    felt = {"slag": slag, "tittel": tittel, "forslag": forslag, "maalform": avtale.maalform}
    return Rundeforslag(felt=felt, punkter=())
