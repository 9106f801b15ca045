"""The year as pages, calendars and letters read it: every event within one reader's scope, in the reader's language."""

from .omfang import Omfang, eget_omfang, partens_omfang, regionens_omfang
from .samling import hendelser
from .utsnitt import Utsnitt, utsnitt

__all__ = ["Omfang", "Utsnitt", "eget_omfang", "hendelser", "partens_omfang", "regionens_omfang", "utsnitt"]
