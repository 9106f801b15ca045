"""A stand-in for Enhetsregisteret on the loopback interface: real HTTP, made-up units."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

IKS, AS, ANNA, DELTAKER_A, DELTAKER_B = "310000019", "310000027", "310000035", "310000043", "310000051"
STI = "/enhetsregisteret/api/enheter"


def enhet(orgnr: str, navn: str, form: str, beskrivelse: str = "", **felt: object) -> dict[str, object]:
    """A unit as the register writes it."""
    adresse = {"adresse": ["Fjordgata 1"], "postnummer": "6856", "poststed": "SOGNDAL", "kommune": "SOGNDAL",
               "kommunenummer": "4640", "landkode": "NO"}  # fmt: skip
    return {
        "organisasjonsnummer": orgnr, "navn": navn, "organisasjonsform": {"kode": form, "beskrivelse": beskrivelse},
        "forretningsadresse": adresse, "konkurs": False, "underAvvikling": False,
        "underTvangsavviklingEllerTvangsopplosning": False, **felt,
    }  # fmt: skip


def roller(orgnr: str, *deltakere: tuple[str, str, str]) -> dict[str, object]:
    """The roles of a unit: participants as (number, name, share)."""
    kommune = {"organisasjonsform": {"kode": "KOMM"}, "erSlettet": False}
    rader = [
        {
            "type": {"kode": "DTPR"},
            "ansvarsandel": andel,
            "enhet": {"organisasjonsnummer": nr, "navn": [navn]} | kommune,
        }
        for nr, navn, andel in deltakere
    ]
    lenker = {"self": {"href": f"https://data.brreg.no{STI}/{orgnr}/roller"}}
    return {"rollegrupper": [{"type": {"kode": "DELT"}, "roller": rader}], "_links": lenker}


def som_bytes(verdi: object) -> bytes:
    return json.dumps(verdi).encode()


SVAR = {
    f"{STI}/{IKS}": enhet(IKS, "SOGN AVFALL IKS", "IKS", "Interkommunalt selskap"),
    f"{STI}/{IKS}/roller": roller(IKS, (DELTAKER_A, "LUSTER KOMMUNE", "60%"), (DELTAKER_B, "VIK KOMMUNE", "40%")),
    f"{STI}/{AS}": {"organisasjonsnummer": AS, "navn": "GAMMELT AS", "slettedato": "2024-03-09",
                    "organisasjonsform": {"kode": "AS", "beskrivelse": "Aksjeselskap"}},
    f"{STI}/{ANNA}": enhet(ANNA, "SOGN IKT", "ANNA", "Annen juridisk person"),
}  # fmt: skip


class Registertjener(BaseHTTPRequestHandler):
    """Answers from SVAR; ``uvane`` is how it misbehaves. What it is asked is kept in ``spurt``."""

    uvane: Callable[["Registertjener"], None] | None = None
    spurt: list[str]

    def do_GET(self) -> None:
        self.spurt.append(self.path)
        if self.uvane is not None:
            self.uvane()
        elif self.path in SVAR:
            self.svar(200, som_bytes(SVAR[self.path]))
        else:
            self.svar(404, b"{}")

    def svar(self, status: int, innhold: bytes, type_: str = "application/json", **hoder: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        for navn, verdi in hoder.items():
            self.send_header(navn.replace("_", "-"), verdi)
        self.end_headers()
        try:
            self.wfile.write(innhold)
        except OSError:
            self.close_connection = True  # The asker had heard enough.

    def log_message(self, *_: object) -> None:
        """Quiet."""


def videresender(tjener: Registertjener) -> None:
    sted = f"http://{tjener.headers['Host']}{STI}/{IKS}?videresendt"
    tjener.svar(302, b"", Location=sted)


def drypper(tjener: Registertjener) -> None:
    tjener.svar(200, b"[")
    for _ in range(40):
        time.sleep(0.05)
        try:
            tjener.wfile.write(b" ")
        except OSError:
            return


def tier(tjener: Registertjener) -> None:
    time.sleep(1)


def flommer(tjener: Registertjener) -> None:
    tjener.svar(200, b" " * (3 * 1024 * 1024))


def nettside(tjener: Registertjener) -> None:
    tjener.svar(200, b"<h1>Logg inn</h1>", "text/html")


def tull(tjener: Registertjener) -> None:
    tjener.svar(200, b"{tull")


def en_annen(tjener: Registertjener) -> None:
    tjener.svar(200, som_bytes(SVAR[f"{STI}/{ANNA}"]))


def legger_paa(tjener: Registertjener) -> None:
    tjener.close_connection = True


def fjernet(tjener: Registertjener) -> None:
    tjener.svar(410, som_bytes({"organisasjonsnummer": IKS, "slettedato": "2024-03-09"}))


def nede(tjener: Registertjener) -> None:
    tjener.svar(503, b"")


@contextmanager
def registertjener(uvane: Callable[[Registertjener], None] | None = None) -> Iterator[tuple[str, list[str]]]:
    """(address, what was asked) of a register that runs while the block does."""
    spurt: list[str] = []
    slag = type("Tjener", (Registertjener,), {"uvane": uvane, "spurt": spurt})
    tjener = ThreadingHTTPServer(("127.0.0.1", 0), slag)
    traad = Thread(target=tjener.serve_forever, kwargs={"poll_interval": 0.02})
    traad.start()
    try:
        yield f"http://127.0.0.1:{tjener.server_port}", spurt
    finally:
        tjener.shutdown()
        tjener.server_close()
        traad.join()
