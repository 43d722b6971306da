// titel: Scholen die een stap bereiken
// vraag: Hoeveel scholen hebben een route van hoogstens twee schakels naar passend aanbod dat niet volzet is?
// parameter: thema | tekst | 2 | Thema 1 of 2.
// parameter: stap | tekst | voorkomen | Stap van het continuüm.
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: wachttijd | getal | 8 | Vanaf meer dan zoveel weken wachttijd is een aanbod volzet.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Code van de regio
// kolom: scholen | Aantal scholen van dit thema
// kolom: bereikt | Aantal dat de stap bereikt
// bron: docs/analyses.md, Route en Passend aanbod; zelfde getal als analyse keten
// voorbeeld: antwerpen | 1 | 0
// voorbeeld: limburg | 1 | 1
MATCH (p:Organisatie)-[bi:BIEDT]->(a:Aanbod)-[be:BEREIKT]->(gebied)
WHERE ($thema IN a.themas OR 'alle' IN a.themas) AND ($stap IN a.continuum OR 'alle' IN a.continuum)
  AND NOT coalesce(a.wachttijd_weken > $wachttijd, false)
  AND NOT coalesce(a.capaciteit = 0, false)
  AND NOT coalesce(a.bezet >= a.capaciteit, false)
  AND (bi.sinds IS NULL OR bi.sinds <= $datum) AND (bi.tot IS NULL OR bi.tot > $datum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (be.sinds IS NULL OR be.sinds <= $datum) AND (be.tot IS NULL OR be.tot > $datum)
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
WITH p, collect(DISTINCT gebied.id) AS gebieden
// De tweede schakel, van achter naar voren: wie komt met één band bij deze aanbieder?
OPTIONAL MATCH (x:Organisatie)-[c:WERKT_SAMEN_MET|VERWIJST_NAAR]-(p)
WHERE NOT p:School AND NOT p:Bestuur AND NOT p:Clb
  AND (type(c) = 'WERKT_SAMEN_MET' OR startNode(c) = x)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
WITH p, gebieden, collect(DISTINCT x) AS anderen
WITH gebieden, [p] + anderen AS helpers
UNWIND helpers AS y
UNWIND gebieden AS gebied
WITH y, collect(DISTINCT gebied) AS helpt
// De eerste schakel: welke scholen komen bij wie helpt? Een school met eigen aanbod helpt zichzelf.
OPTIONAL MATCH (y)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(school:School)
WHERE NOT y:School AND NOT y:Bestuur
  AND (type(b) = 'BEGELEIDT' OR (NOT y:Clb AND (type(b) IN ['ONDERSTEUNT','ADVISEERT','WERKT_SAMEN_MET'] OR startNode(b) = school)))
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (y.sinds IS NULL OR y.sinds <= $datum) AND (y.tot IS NULL OR y.tot > $datum)
WITH y, helpt, collect(DISTINCT school) AS scholen
WITH helpt, scholen + [y] AS starters
UNWIND starters AS s
MATCH (s)-[:LIGT_IN]->(g:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE s:School AND ($regio = '' OR r.code = $regio)
  AND (g.id IN helpt OR r.id IN helpt OR ('regio:vlaanderen' IN helpt AND r.code <> 'brussel'))
  AND (s.sinds IS NULL OR s.sinds <= $datum) AND (s.tot IS NULL OR s.tot > $datum)
  AND any(n IN s.niveaus WHERE n = 'alle' OR ($thema = '1' AND n IN ['kleuter','lager']) OR ($thema = '2' AND n = 'secundair'))
WITH r.code AS regio, count(DISTINCT s) AS aantal
WITH collect([regio, aantal]) AS per_regio
MATCH (s:School)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE ($regio = '' OR r.code = $regio) AND (s.sinds IS NULL OR s.sinds <= $datum) AND (s.tot IS NULL OR s.tot > $datum)
  AND any(n IN s.niveaus WHERE n = 'alle' OR ($thema = '1' AND n IN ['kleuter','lager']) OR ($thema = '2' AND n = 'secundair'))
WITH per_regio, r.code AS regio, count(s) AS scholen
RETURN regio, scholen, coalesce(head([paar IN per_regio WHERE paar[0] = regio | paar[1]]), 0) AS bereikt
ORDER BY regio
