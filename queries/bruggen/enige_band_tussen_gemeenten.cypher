// titel: De enige band tussen twee sectoren van twee gemeenten
// vraag: Welke banden tussen sectoren zijn de enige tussen de gemeente en sector van het ene einde en die van het andere?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: van | Code
// kolom: van_naam | Naam
// kolom: naar | Code
// kolom: naar_naam | Naam
// bron: docs/analyses.md, Bruggen
// grenzen: Twee banden tussen dezelfde twee organisaties tellen als één.
// voorbeeld: clb | CLB Kantelbrug | jh | Appelhuis
// voorbeeld: ggz | Luwte | jh | Appelhuis
// voorbeeld: naft | NAFT Pad | brug | De Brug
// voorbeeld: naft | NAFT Pad | jh | Appelhuis
// voorbeeld: naft | NAFT Pad | werk | Werkplaats Zes
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
WITH a, c,
  CASE WHEN a:School OR a:Clb OR a:Begeleidingsdienst OR a:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN a:NaftAanbieder THEN 'naft' WHEN a:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN a:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN a:Werkactor THEN 'werk'
       WHEN a:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS s1,
  CASE WHEN c:School OR c:Clb OR c:Begeleidingsdienst OR c:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN c:NaftAanbieder THEN 'naft' WHEN c:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN c:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN c:Werkactor THEN 'werk'
       WHEN c:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS s2
WHERE s1 <> s2
WITH CASE WHEN s1 < s2 THEN a ELSE c END AS x, CASE WHEN s1 < s2 THEN c ELSE a END AS y,
  CASE WHEN s1 < s2 THEN s1 ELSE s2 END AS sx, CASE WHEN s1 < s2 THEN s2 ELSE s1 END AS sy
MATCH (x)-[:LIGT_IN]->(gx:Gemeente)-[:DEEL_VAN]->(rx:Regio)
MATCH (y)-[:LIGT_IN]->(gy:Gemeente)-[:DEEL_VAN]->(ry:Regio)
// Blijft er één paar over, dan is het laagste van elke kolom dat van dit paar.
WITH sx, gx, rx, sy, gy, ry, count(DISTINCT x.id + ' ' + y.id) AS paren,
  min(x.id) AS van, min(x.naam) AS van_naam, min(y.id) AS naar, min(y.naam) AS naar_naam
WHERE paren = 1 AND ($regio = '' OR rx.code = $regio OR ry.code = $regio)
RETURN van, van_naam, naar, naar_naam
ORDER BY van, naar
