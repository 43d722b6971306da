// titel: Gemelde hiaten
// vraag: Welke hiaten meldden partners zelf, en wie meldde ze?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het hiaat
// kolom: hiaat | Wat er ontbreekt
// kolom: regio | Regio
// kolom: thema | Thema
// kolom: stap | Stap
// kolom: gemeld_door | Organisaties die het melden
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// grenzen: Een melding is geen telling: wie niets meldt, heeft misschien niets gevraagd gekregen.
// voorbeeld: h1 | Geen plaats in Bree | limburg | 2 | heroriënteren | De Brug; NAFT Pad
// voorbeeld: h2 | Niets voor ouders | limburg | 1 | voorkomen |
MATCH (h:Hiaat)
WHERE ($regio = '' OR h.regio = $regio)
  AND (h.sinds IS NULL OR h.sinds <= $datum) AND (h.tot IS NULL OR h.tot > $datum)
OPTIONAL MATCH (h)-[m:GEMELD_DOOR]->(o:Organisatie)
WHERE (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
WITH h, o ORDER BY o.id
WITH h, collect(o.naam) AS door
RETURN h.id AS id, h.naam AS hiaat, h.regio AS regio, h.thema AS thema, h.stap AS stap, door AS gemeld_door
ORDER BY id
