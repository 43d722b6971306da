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
MATCH (s:School)-[:LIGT_IN]->(g:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE ($regio = '' OR r.code = $regio) AND (s.sinds IS NULL OR s.sinds <= $datum) AND (s.tot IS NULL OR s.tot > $datum)
  AND any(n IN s.niveaus WHERE n = 'alle' OR ($thema = '1' AND n IN ['kleuter','lager']) OR ($thema = '2' AND n = 'secundair'))
OPTIONAL MATCH (s)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(x:Organisatie)
WHERE NOT x:School AND NOT x:Bestuur
  AND (type(b) = 'BEGELEIDT' OR (NOT x:Clb AND (type(b) IN ['ONDERSTEUNT','ADVISEERT','WERKT_SAMEN_MET'] OR startNode(b) = s)))
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (x.sinds IS NULL OR x.sinds <= $datum) AND (x.tot IS NULL OR x.tot > $datum)
WITH s, g, r, collect(DISTINCT x) AS eersten
UNWIND CASE WHEN size(eersten) = 0 THEN [null] ELSE eersten END AS y
OPTIONAL MATCH (y)-[c:WERKT_SAMEN_MET|VERWIJST_NAAR]-(z:Organisatie)
WHERE NOT z:School AND NOT z:Bestuur AND NOT z:Clb
  AND (type(c) = 'WERKT_SAMEN_MET' OR startNode(c) = y)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (z.sinds IS NULL OR z.sinds <= $datum) AND (z.tot IS NULL OR z.tot > $datum)
WITH s, g, r, eersten, collect(DISTINCT z) AS tweeden
WITH s, g, r, [s] + eersten + tweeden AS aanbieders
UNWIND aanbieders AS p
OPTIONAL MATCH (p)-[bi:BIEDT]->(a:Aanbod)-[be:BEREIKT]->(gebied)
WHERE ($thema IN a.themas OR 'alle' IN a.themas) AND ($stap IN a.continuum OR 'alle' IN a.continuum)
      AND (gebied = g OR gebied = r OR (gebied.id = 'regio:vlaanderen' AND r.code <> 'brussel'))
      AND NOT coalesce(a.wachttijd_weken > $wachttijd, false)
      AND NOT coalesce(a.capaciteit = 0, false)
      AND NOT coalesce(a.bezet >= a.capaciteit, false)
      AND (bi.sinds IS NULL OR bi.sinds <= $datum) AND (bi.tot IS NULL OR bi.tot > $datum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (be.sinds IS NULL OR be.sinds <= $datum) AND (be.tot IS NULL OR be.tot > $datum)
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
WITH s, r, count(a) > 0 AS bereikt
RETURN r.code AS regio, count(s) AS scholen, sum(CASE WHEN bereikt THEN 1 ELSE 0 END) AS bereikt
ORDER BY regio
