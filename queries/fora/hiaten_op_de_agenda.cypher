// titel: Gemelde hiaten die (nog niet) geagendeerd zijn
// vraag: Welk gemeld hiaat kwam op welk overleg, en welk nergens?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het hiaat
// kolom: hiaat | Wat er ontbreekt
// kolom: keren | Op hoeveel bijeenkomsten
// kolom: laatste | Dag van de laatste; leeg: nooit
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: h1 | Geen plaats in Bree | 2 | 2026-06-04
// voorbeeld: h2 | Niets voor ouders | 0 |
MATCH (h:Hiaat)
WHERE ($regio = '' OR h.regio = $regio)
  AND (h.sinds IS NULL OR h.sinds <= $datum) AND (h.tot IS NULL OR h.tot > $datum)
OPTIONAL MATCH (v:Overleg)-[:AGENDEERT]->(h)
WHERE v.datum <= $datum
RETURN h.id AS id, h.naam AS hiaat, count(v) AS keren, max(v.datum) AS laatste
ORDER BY id
