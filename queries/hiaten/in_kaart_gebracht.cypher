// titel: Wat er in kaart gebracht is
// vraag: Welke inventarisaties zijn volledig, en van wanneer is de jongste per stap?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: sinds | datum | 2024-01-01 | Oudere inventarisaties tellen niet mee.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Regio
// kolom: thema | Thema
// kolom: stap | Stap
// kolom: inventarisaties | Aantal dat meetelt
// kolom: jongste | Datum van de jongste
// bron: docs/analyses.md, Hiaten en witte vlekken
// grenzen: Of alle gemeenten van de regio genoemd zijn, zegt deze vraag niet: zie analyse hiaten.
// voorbeeld: limburg | 1 | voorkomen | 2 | 2026-05-01
MATCH (i:Inventarisatie)
WHERE i.volledig = true AND i.datum >= $sinds AND i.datum <= $datum AND ($regio = '' OR i.regio = $regio)
  AND (i.sinds IS NULL OR i.sinds <= $datum) AND (i.tot IS NULL OR i.tot > $datum)
RETURN i.regio AS regio, i.thema AS thema, i.stap AS stap, count(i) AS inventarisaties, max(i.datum) AS jongste
ORDER BY regio, thema, stap
