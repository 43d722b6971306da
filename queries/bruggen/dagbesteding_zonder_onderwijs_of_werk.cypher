// titel: Dagbesteding zonder band met onderwijs of werk
// vraag: Welke aanbieders van alternatieve dagbesteding hebben geen band met onderwijs, of geen met werk?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van de aanbieder
// kolom: aanbieder | Naam
// kolom: onderwijs | Partners in het onderwijs
// kolom: werk | Partners in werk
// bron: docs/analyses.md, Dagbesteding
// voorbeeld: ggz | Luwte | 0 | 0
MATCH (p:Organisatie)-[bi:BIEDT]->(a:Aanbod)
WHERE ('alternatieve dagbesteding' IN a.continuum OR 'alle' IN a.continuum) AND NOT p:Bestuur
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
  AND (bi.sinds IS NULL OR bi.sinds <= $datum) AND (bi.tot IS NULL OR bi.tot > $datum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND ($regio = '' OR EXISTS { MATCH (p)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(r:Regio) WHERE r.code = $regio })
WITH DISTINCT p
OPTIONAL MATCH (p)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(o:Organisatie)
WHERE (o:School OR o:Clb OR o:Begeleidingsdienst OR o:Ondersteuningsnetwerk OR o:Werkactor)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
WITH p, collect(DISTINCT o) AS partners
WITH p, size([x IN partners WHERE NOT x:Werkactor]) AS onderwijs, size([x IN partners WHERE x:Werkactor]) AS werk
WHERE onderwijs = 0 OR werk = 0
RETURN p.id AS id, p.naam AS aanbieder, onderwijs, werk
ORDER BY id
