"""What never comes in a log: the secret part of an address."""

import logging
import re

#: Each keeps what is before and after the secret.
HEMMELIGE = (
    re.compile(r"(/aarshjul/kalender/)[^/\s?\"']+?(\.ics|(?=[\s?\"'/]|$))"),
    re.compile(r"(/lapp/)[^/\s?\"']+(/?)"),
    re.compile(r"(/konto/passord/nytt/)[0-9A-Za-z]+-[^/\s\"']+(/?)"),
)

#: Where people write what nobody is to trace: not even that somebody was here, from where and when, is logged.
ANONYME = re.compile(r"/(lapp/|lapperunder/\d+/skriv/)")
#: The same, anywhere in a line: as a path, or after the host in an address that a browser came from.
ANONYM_ADRESSE = re.compile(r"(?:^|[\s\"'(]|://[^/\s]+)" + ANONYME.pattern)


def masker(tekst: str) -> str:
    """The text with every secret address made «…»."""
    for moenster in HEMMELIGE:
        tekst = moenster.sub(r"\1…\2", tekst)
    return tekst


class Maskert(logging.Formatter):
    """Masks the finished line: the message, its arguments, and the traceback with the texts of its errors."""

    def format(self, record: logging.LogRecord) -> str:
        try:
            linje = super().format(record)
        except (TypeError, ValueError, KeyError):
            # Arguments that do not fit the message: logging itself would print both, secrets and all, to stderr.
            hele = {"msg": f"{record.msg!s} {record.args!r}", "args": None}
            linje = super().format(logging.makeLogRecord(record.__dict__ | hele))
        return masker(linje)


class Anonyme(logging.Filter):
    """Drops what tells that somebody wrote a note just now. A fault is told: somebody must mend it."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.ERROR or not ANONYM_ADRESSE.search(f"{record.msg} {record.args!r}")
