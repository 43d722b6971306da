// titel: Deelnemers per forum
// vraag: Hoeveel organisaties zitten in elk bestaand overleg?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: forum | Naam
// kolom: regio | Regio
// kolom: deelnemers | Aantal organisaties
// bron: docs/analyses.md, Fora
// voorbeeld: kring | Kring Bree | limburg | 2
// voorbeeld: tafel | Tafel Genk | limburg | 4
MATCH (f:Forum)
WHERE (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
OPTIONAL MATCH (o:Organisatie)-[m:NEEMT_DEEL_AAN]->(f)
WHERE (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
WITH f.id AS id, f.naam AS forum, f.regio AS regio, count(DISTINCT o) AS deelnemers
RETURN id, forum, regio, deelnemers
ORDER BY id
