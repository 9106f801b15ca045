"""The rules as one page a lawyer can read: docs/lovkrav.md, made from `avtaler/regler/` and from nothing else."""

from collections.abc import Iterable, Iterator

from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.krav import Krav, Resultat, Vurderes
from avtaler.domene.lovkrav import mulige_utfall
from avtaler.domene.proever import PROEVER
from avtaler.domene.regelverk import Regelverk
from avtaler.domene.samarbeidsform import TEMANAVN, Formregel, Oppsigelse, Samarbeidsform, Tema

INNLEDNING = """# The law, form by form

State of the law: {rettstilstand}. Not legal advice. Made from `avtaler/regler/`; a test fails when the two differ
(`OPPDATER_LOVKRAV=1 pytest tests/regler/test_lovkravtabell.py` writes it anew). The words of the law are Norwegian;
«§ 18-4(4)a» is § 18-4 fjerde ledd bokstav a.

- **Judged by**: *field or clause*: a fact of the register or a clause of the agreement answers; *clause*: only a clause
  does; *computed*: follows from the facts, and no clause can replace it; *a person*: someone must judge, and a clause
  shows that it was done.
- **Worst**: what the register says when the answer is no. «Må vurderes» never declares an agreement deficient.
- **Listed**: a change of this item is adopted as «Change of a listed item» says, in the council forms by every
  kommunestyre selv.
- **Read**: whether the rule was read in the text of the law, or is general knowledge still to be confirmed.
"""

UTFALL = {
    Resultat.MANGLER: "mangler",
    Resultat.MAA_VURDERES: "må vurderes",
    Resultat.OPPFYLT: "oppfylt",
    Resultat.IKKE_RELEVANT: "ikke aktuelt",
}
STRENGHET = tuple(UTFALL)


def lovkravtabell(regelverk: Regelverk) -> str:
    """The whole page."""
    deler = [INNLEDNING.format(rettstilstand=regelverk.rettstilstand.isoformat())]
    deler += ["\n".join(_form(form, regelverk)) for form in regelverk.former.values()]
    return "\n".join(deler)


def _form(form: Samarbeidsform, regelverk: Regelverk) -> Iterator[str]:
    yield f"## {form.kode}: {form.navn.nb} / {form.navn.nn}\n"
    yield from _fakta(form)
    yield ""
    yield from _tabell(("Rule", "What the law says", "Paragraph", "Read"), _regler(form))
    yield ""
    yield from _tabell(
        ("Code", "Requirement", "Paragraph", "In force", "Judged by", "Worst", "Listed", "Read"),
        (_krav(krav, form) for krav in regelverk.krav if form.kode in krav.former),
    )
    yield ""


def _fakta(form: Samarbeidsform) -> Iterator[str]:
    organ = form.oeverste_organ.nb if form.oeverste_organ else "–"
    yield f"- Basis: {_hjemmel(form.hjemmel)}. New cooperation: {_naar(form.gyldig)}."
    yield f"- Who may take part: {', '.join(form.deltakertyper)}; at least {form.min_deltakere}."
    yield f"- Own legal person: {form.eget_rettssubjekt.replace('_', ' ')}. Top organ: {organ}."
    if form.min_medlemmer_per_deltaker:
        yield f"- Seats: at least {form.min_medlemmer_per_deltaker} each; vara: {form.vararegel.replace('_', ' ')}."
    if form.navnekrav:
        yield f"- The name holds: {' or '.join(f'«{ord_}»' for ord_ in form.navnekrav)}."
    yield f"- Notice to leave: {_oppsigelse(form.oppsigelse)}."
    if form.omdanning is not None:
        yield f"- Becomes: {', '.join(form.omdannes_til) or 'nothing'}; by {form.omdanningsfrist or 'no deadline'}."


def _oppsigelse(regel: Oppsigelse) -> str:
    maaneder = "the law gives none" if regel.maaneder is None else f"{regel.maaneder} months"
    annet = "the agreement may set it" if regel.kan_avtales else "nor can the agreement"
    tak = f", at most {regel.hoeyst_maaneder} months" if regel.hoeyst_maaneder is not None else ""
    return f"{maaneder}; {annet}{tak}{'; in writing' if regel.skriftlig else ''}"


def _regler(form: Samarbeidsform) -> Iterator[tuple[str, ...]]:
    navngitte: list[tuple[str, Formregel | Oppsigelse | None]] = [
        ("Adopted by", form.vedtas_av),
        ("Change of a listed item", form.endring.i_momenter),
        ("Other changes", form.endring.ellers),
        ("Enkeltvedtak", form.enkeltvedtak),
        ("Liability", form.ansvar),
        ("Leaving", form.oppsigelse),
        ("Message to the state", form.statlig_melding),
        ("Conversion", form.omdanning),
        *((TEMANAVN[Tema(regel.svar)].nb, regel) for regel in form.oevrige),
    ]
    for navn, regel in navngitte:
        if regel is not None:
            yield navn, regel.tekst.nb, _hjemmel(regel.hjemmel), _lest(regel.sikkerhet)


def _krav(krav: Krav, form: Samarbeidsform) -> tuple[str, ...]:
    verst = next(utfall for utfall in STRENGHET if utfall in mulige_utfall(krav))
    moment = "yes" if krav.kode in form.endring.momenter else ""
    return (
        krav.kode, krav.tittel.nb, _hjemmel(krav.hjemmel), _naar(krav.gyldig), _vurderes(krav), UTFALL[verst], moment,
        _lest(krav.sikkerhet),
    )  # fmt: skip


def _vurderes(krav: Krav) -> str:
    if krav.vurderes is Vurderes.FELT:
        return f"field `{krav.proeve}` or clause"
    if krav.vurderes is Vurderes.BESTEMMELSE:
        return "clause"
    if krav.vurderes is Vurderes.MANUELT:
        return "a person"
    return f"computed: {(PROEVER[krav.proeve or ''].svar.__doc__ or '').splitlines()[0]}"


def _hjemmel(hjemmel: Hjemmel | None) -> str:
    return f"[{hjemmel}]({hjemmel.kilde})" if hjemmel else "–"


def _lest(sikkerhet: Sikkerhet) -> str:
    return "yes" if sikkerhet is Sikkerhet.LEST else "**not confirmed**"


def _naar(gyldig: Gyldighet) -> str:
    fra = f"from {gyldig.fra.isoformat()}" if gyldig.fra else ""
    til = f"to {gyldig.til.isoformat()}" if gyldig.til else ""
    return " ".join(filter(None, (fra, til))) or "always"


def _tabell(overskrifter: tuple[str, ...], rader: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(overskrifter)} |"
    yield f"|{'---|' * len(overskrifter)}"
    for rad in rader:
        yield f"| {' | '.join(rad)} |"
