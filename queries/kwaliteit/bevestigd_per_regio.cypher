// titel: Zelf bevestigde gegevens per regio
// vraag: Hoeveel organisaties bevestigden hun eigen gegevens sinds een datum?
// parameter: sinds | datum | 2024-11-24 | Vanaf wanneer een bevestiging telt.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Code van de regio
// kolom: organisaties | Aantal organisaties
// kolom: bevestigd | Aantal dat bevestigde
// bron: docs/analyses.md, Wie is bevraagd
// voorbeeld: antwerpen | 1 | 0
// voorbeeld: limburg | 9 | 1
MATCH (o:Organisatie)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE NOT o:Bestuur AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
RETURN r.code AS regio, count(o) AS organisaties,
  sum(CASE WHEN o.bevestigd_op >= $sinds THEN 1 ELSE 0 END) AS bevestigd
ORDER BY regio
