"""What the PDF engine leaves undone: the PDF/UA-1 claim beside the PDF/A one, and the scope of table headings.

PDF/A wants one XMP packet with one rdf:RDF, uncompressed, and a schema for every namespace it does not know itself.
The file identifier is a hash of the content, so equal reports are equal files.
"""

from io import BytesIO

import pikepdf

UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
SLUTT = b"</rdf:RDF>"


def etterarbeid(pdf: bytes) -> bytes:
    """The finished file. Raises ValueError when the engine's metadata does not look as expected."""
    ut = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as dokument:
        _merk_universelt_utformet(dokument)
        _gi_overskrifter_retning(dokument)
        dokument.save(ut, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return ut.getvalue()


def _merk_universelt_utformet(dokument: pikepdf.Pdf) -> None:
    xmp = dokument.Root.Metadata.read_bytes()
    if xmp.count(SLUTT) != 1:
        raise ValueError("the metadata should have exactly one rdf:RDF")
    metadata = pikepdf.Stream(dokument, xmp.replace(SLUTT, UA + SLUTT), Type=pikepdf.Name.Metadata)
    metadata.Subtype = pikepdf.Name.XML
    dokument.Root.Metadata = dokument.make_indirect(metadata)


def _gi_overskrifter_retning(dokument: pikepdf.Pdf) -> None:
    """A heading cell in the first column of a body row heads its row; every other heads its column."""
    for objekt in dokument.objects:
        if _er(objekt, "/TR"):
            celler = [barn for barn in objekt.K if _er(barn, "/TH") or _er(barn, "/TD")]
            bare_overskrifter = all(_er(celle, "/TH") for celle in celler)
            for celle in celler:
                if _er(celle, "/TH"):
                    _sett_retning(celle, "/Column" if bare_overskrifter and len(celler) > 1 else "/Row")


def _er(objekt: pikepdf.Object, tag: str) -> bool:
    return isinstance(objekt, pikepdf.Dictionary) and objekt.get("/S") == tag


def _sett_retning(celle: pikepdf.Object, retning: str) -> None:
    celle.A = pikepdf.Dictionary(celle.get("/A", {"/O": pikepdf.Name.Table}))
    celle.A.Scope = pikepdf.Name(retning)
