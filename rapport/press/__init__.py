"""The press: from a frozen ``Kommuneoversikt`` to a document a council can treat and an archive can keep.

Both functions are pure functions of the overview: the same overview gives the same bytes, whoever asks and when.
"""

from rapport.domene.innhold import Kommuneoversikt

from .html import html_for

__all__ = ["html_for", "pdf_for"]


def pdf_for(oversikt: Kommuneoversikt) -> bytes:
    """The report as PDF/A-2a that also claims PDF/UA-1. Raises Pressefeil when something it needs is missing."""
    from .pdf import (
        trykk,
    )  # the PDF engine takes half a second to load, and pages that only link to files never need it

    return trykk(oversikt)
