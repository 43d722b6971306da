// titel: Aanbod dat een gemeente bereikt
// vraag: Welk aanbod bereikt deze gemeente, en wie biedt het?
// parameter: nis | tekst | 71016 | NIS-code van de gemeente.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het aanbod
// kolom: aanbod | Naam
// kolom: aanbieder | Wie het biedt
// kolom: stappen | Stappen van het continuüm
// bron: docs/analyses.md, Passend aanbod
// voorbeeld: gesprek | Gesprek | NAFT Pad | voorkomen
// voorbeeld: time-out | Time-out | Appelhuis | voorkomen
// voorbeeld: traject | Traject | NAFT Pad | heroriënteren; toeleiden naar werk
MATCH (g:Gemeente {id: 'nis:' + $nis})-[:DEEL_VAN]->(r:Regio)
WITH [g.id, r.id] + CASE WHEN r.code <> 'brussel' THEN ['regio:vlaanderen'] ELSE [] END AS gebieden
MATCH (p:Organisatie)-[bi:BIEDT]->(a:Aanbod)-[be:BEREIKT]->(gebied)
WHERE gebied.id IN gebieden
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
  AND (bi.sinds IS NULL OR bi.sinds <= $datum) AND (bi.tot IS NULL OR bi.tot > $datum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (be.sinds IS NULL OR be.sinds <= $datum) AND (be.tot IS NULL OR be.tot > $datum)
RETURN DISTINCT a.id AS id, a.naam AS aanbod, p.naam AS aanbieder, a.continuum AS stappen
ORDER BY id, aanbieder
