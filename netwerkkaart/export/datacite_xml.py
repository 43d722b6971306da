"""DataCite metadata as XML of kernel 4, from the same values as the JSON.

Definition: DataCite Metadata Schema 4.5, https://datacite-metadata-schema.readthedocs.io/en/4.5/. An archive
that takes XML asks for an identifier; it gives the DOI itself, so ``(:tba)`` stands there, which DataCite
defines for what is to be assigned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as Xml

from netwerkkaart.export.teksten import characters

_KERN = "http://datacite.org/schema/kernel-4"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_XML = "http://www.w3.org/XML/1998/namespace"
_PLEK = f"{_KERN} https://schema.datacite.org/meta/kernel-4.5/metadata.xsd"
NOG_TE_GEVEN = "(:tba)"
"""DataCite's code for a value that somebody will assign."""

_ATTRIBUTEN = {"lang": f"{{{_XML}}}lang", "rightsUri": "rightsURI", "schemeUri": "schemeURI"}
"""Attributes that are called otherwise than in the JSON."""
_LIJSTEN = {
    "titles": "title",
    "subjects": "subject",
    "dates": "date",
    "sizes": "size",
    "formats": "format",
    "rightsList": "rights",
    "descriptions": "description",
}
"""Lists of which an item is one element, with the key of its text."""


def datacite_xml(metadata: Mapping[str, Any]) -> bytes:
    """The metadata as XML; the same metadata give the same bytes.

    Args:
        metadata: the values of DataCite's JSON.
    """
    wortel = Xml.Element("resource", {"xmlns": _KERN, f"{{{_XSI}}}schemaLocation": _PLEK})
    wortel.append(_element("identifier", NOG_TE_GEVEN, {"identifierType": "DOI"}))
    wortel.extend(_elements(metadata))
    Xml.indent(wortel, " ")
    return bytes(Xml.tostring(wortel, "utf-8", xml_declaration=True)) + b"\n"


def _elements(metadata: Mapping[str, Any]) -> Iterator[Xml.Element]:
    makers = Xml.Element("creators")
    for maker in metadata["creators"]:
        naam = {"nameType": maker["nameType"]}
        Xml.SubElement(makers, "creator").append(_element("creatorName", maker["name"], naam))
    yield makers
    uitgever = metadata["publisher"]
    yield _element("publisher", uitgever["name"], {"lang": uitgever["lang"]})
    for eigenschap in ("publicationYear", "language", "version"):
        if eigenschap in metadata:
            yield _element(eigenschap, metadata[eigenschap])
    soort = metadata["types"]
    yield _element(
        "resourceType", soort["resourceType"], {"resourceTypeGeneral": soort["resourceTypeGeneral"]}
    )
    for meervoud, enkelvoud in _LIJSTEN.items():
        if metadata[meervoud]:
            lijst = Xml.Element(meervoud)
            for item in metadata[meervoud]:
                velden = {enkelvoud: item} if isinstance(item, str) else dict(item)
                lijst.append(_element(enkelvoud, velden.pop(enkelvoud), velden))
            yield lijst
    plaatsen = Xml.Element("geoLocations")
    for plaats in metadata["geoLocations"]:
        Xml.SubElement(plaatsen, "geoLocation").append(
            _element("geoLocationPlace", plaats["geoLocationPlace"])
        )
    yield plaatsen


def _element(naam: str, tekst: str, attributen: Mapping[str, str] | None = None) -> Xml.Element:
    element = Xml.Element(naam)
    element.text = characters(tekst)
    for sleutel, waarde in (attributen or {}).items():
        element.set(_ATTRIBUTEN.get(sleutel, sleutel), characters(waarde))
    return element
