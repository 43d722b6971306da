// titel: De blinde vlek van een tandem
// vraag: Welke organisaties van een regio bereikt geen enkele coördinator?
// parameter: regio | tekst | limburg | Code van de regio.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: organisatie | Naam
// kolom: gemeente | Gemeente
// bron: docs/analyses.md, Tandem; zelfde organisaties als analyse tandems
// voorbeeld: brug | De Brug | Bree
// voorbeeld: lsc | Leersteun Noord | Genk
// voorbeeld: naft | NAFT Pad | Bree
MATCH (o:Organisatie)-[:LIGT_IN]->(g:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE r.code = $regio AND NOT o:Bestuur AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND NOT (EXISTS {
    MATCH (c:Coordinator)-[k:CONTACT_MET]->(o)
    WHERE c.regio = $regio AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  } OR EXISTS {
    MATCH (c:Coordinator)-[k:NEEMT_DEEL_AAN]->(f:Forum)<-[m:NEEMT_DEEL_AAN]-(o)
    WHERE c.regio = $regio AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
  AND (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  } OR EXISTS {
    MATCH (c:Coordinator)-[k:COORDINEERT]->(n:LerendNetwerk)<-[m:LID_VAN]-(o)
    WHERE c.regio = $regio AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
  AND (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  })
RETURN o.id AS id, o.naam AS organisatie, g.naam AS gemeente
ORDER BY id
