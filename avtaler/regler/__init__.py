"""The law as data: one file per form or act in `former/`, read once. A changed law is a new entry, never an edit."""

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import Regelverk, RegelverkFeil
from avtaler.domene.tolkning import tolk_regelverk

MAPPE = Path(__file__).parent


@cache
def les_regelverk() -> Regelverk:
    """The rules that ship with the product. Raises RegelverkFeil with the file and what is wrong."""
    return les_regelverk_fra(MAPPE)


def les_regelverk_fra(mappe: Path) -> Regelverk:
    """The rules in `mappe`: `regelverk.yaml` says the state of the law and the order of the files in `former/`."""
    with Oppslag(_les(mappe / "regelverk.yaml"), "regelverk.yaml") as oversikt:
        rettstilstand = oversikt.dato("rettstilstand")
        stier = [mappe / "former" / f"{navn}.yaml" for navn in oversikt.strenger("filer")]
    if ukjente := set((mappe / "former").glob("*.yaml")) - set(stier):
        raise RegelverkFeil(f"{', '.join(sorted(sti.name for sti in ukjente))} står ikke i regelverk.yaml.")
    filer = {sti.name: _les(sti) for sti in stier}
    return tolk_regelverk(filer, versjon=_versjon(rettstilstand, stier), rettstilstand=rettstilstand)


def _les(sti: Path) -> object:
    try:
        innhold: object = yaml.safe_load(sti.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as feil:
        raise RegelverkFeil(f"{sti.name} kan ikke leses: {feil}") from feil
    return innhold


def _versjon(rettstilstand: date, stier: list[Path]) -> str:
    """The state of the law and a short fingerprint of the files: two reports with the same one used the same rules."""
    avtrykk = sha256(b"\0".join(sti.read_bytes() for sti in stier)).hexdigest()
    return f"{rettstilstand.isoformat()}-{avtrykk[:12]}"
