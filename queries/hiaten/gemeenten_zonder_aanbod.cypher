// titel: Gemeenten zonder aanbod voor een stap
// vraag: Welke gemeenten met scholen bereikt geen enkel aanbod voor dit thema en deze stap?
// parameter: thema | tekst | 2 | Thema: 1 of 2.
// parameter: stap | tekst | heroriënteren | Stap van het continuüm.
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Regio
// kolom: gemeente | Gemeente
// kolom: scholen | Scholen in de gemeente
// bron: docs/analyses.md, Passend aanbod
// grenzen: Telt ook aanbod dat volzet is. Of dit een hiaat of een witte vlek is, zegt analyse hiaten.
// voorbeeld: antwerpen | Turnhout | 1
MATCH (a:Aanbod)-[be:BEREIKT]->(gebied)
WHERE ($thema IN a.themas OR 'alle' IN a.themas) AND ($stap IN a.continuum OR 'alle' IN a.continuum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (be.sinds IS NULL OR be.sinds <= $datum) AND (be.tot IS NULL OR be.tot > $datum)
WITH collect(DISTINCT gebied.id) AS bereikt
MATCH (g:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE ($regio = '' OR r.code = $regio) AND NOT g.id IN bereikt AND NOT r.id IN bereikt
  AND NOT ('regio:vlaanderen' IN bereikt AND r.code <> 'brussel')
MATCH (s:School)-[:LIGT_IN]->(g)
WHERE (s.sinds IS NULL OR s.sinds <= $datum) AND (s.tot IS NULL OR s.tot > $datum)
  AND any(n IN s.niveaus WHERE n = 'alle' OR ($thema = '1' AND n IN ['kleuter','lager']) OR ($thema = '2' AND n = 'secundair'))
WITH g, r, count(s) AS scholen
RETURN r.code AS regio, g.naam AS gemeente, scholen
ORDER BY regio, gemeente
