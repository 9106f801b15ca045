"""What never comes in a log: the secret part of an address."""

import logging
import re

#: Each keeps what is before and after the secret.
HEMMELIGE = (
    re.compile(r"(/aarshjul/kalender/)[^/\s?\"']+?(\.ics|(?=[\s?\"'/]|$))"),
    re.compile(r"(/lapp/)[^/\s?\"']+(/?)"),
    re.compile(r"(/konto/passord/nytt/)[0-9A-Za-z]+-[^/\s\"']+(/?)"),
)


def masker(tekst: str) -> str:
    """The text with every secret address made «…»."""
    for moenster in HEMMELIGE:
        tekst = moenster.sub(r"\1…\2", tekst)
    return tekst


class Maskering(logging.Filter):
    """On a handler: what is logged from anywhere, with or without arguments, has its secrets masked."""

    def filter(self, record: logging.LogRecord) -> bool:
        melding = record.getMessage()
        maskert = masker(melding)
        if maskert != melding:
            record.msg, record.args = maskert, None
        return True
