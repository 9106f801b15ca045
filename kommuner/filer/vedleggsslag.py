"""The kinds of document that are kept, and how large they may be. Pure."""

from enum import StrEnum

STOERSTE_VEDLEGG = 25 * 1024 * 1024
_OFFICE = "application/vnd.openxmlformats-officedocument"


class Vedleggsslag(StrEnum):
    """The value is the ending."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PNG = "png"
    JPG = "jpg"


MIME = {
    Vedleggsslag.PDF: "application/pdf",
    Vedleggsslag.DOCX: f"{_OFFICE}.wordprocessingml.document",
    Vedleggsslag.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    Vedleggsslag.PNG: "image/png",
    Vedleggsslag.JPG: "image/jpeg",
}
