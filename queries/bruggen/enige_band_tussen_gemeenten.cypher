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
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
MATCH (a)-[:LIGT_IN]->(ga:Gemeente)
MATCH (c)-[:LIGT_IN]->(gc:Gemeente)
WITH a, c, ga, gc,
  CASE WHEN a:School OR a:Clb OR a:Begeleidingsdienst OR a:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN a:NaftAanbieder THEN 'naft' WHEN a:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN a:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN a:Werkactor THEN 'werk'
       WHEN a:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS s1,
  CASE WHEN c:School OR c:Clb OR c:Begeleidingsdienst OR c:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN c:NaftAanbieder THEN 'naft' WHEN c:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN c:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN c:Werkactor THEN 'werk'
       WHEN c:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS s2
WHERE s1 < s2
WITH s1, ga, s2, gc, collect(DISTINCT a.id + ' ' + c.id) AS paren, collect(a) AS eersten, collect(c) AS tweeden
WHERE size(paren) = 1
WITH eersten[0] AS a, tweeden[0] AS c
MATCH (a)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(ra:Regio)
MATCH (c)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(rc:Regio)
WHERE $regio = '' OR ra.code = $regio OR rc.code = $regio
RETURN a.id AS van, a.naam AS van_naam, c.id AS naar, c.naam AS naar_naam
ORDER BY van, naar
