// titel: Leden van een lerend netwerk, per regio en sector
// vraag: Hoeveel organisaties van elke sector liggen in elke regio, en hoeveel daarvan zijn lid van een lerend netwerk?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Code van de regio
// kolom: sector | Sector
// kolom: organisaties | Aantal organisaties
// kolom: leden | Aantal dat lid is, van welk netwerk ook
// bron: docs/analyses.md, Indicatoren; zelfde getal als analyse indicatoren
// grenzen: Een lid is geteld in de regio waar het ligt, niet in die van zijn netwerk.
// voorbeeld: antwerpen | onderwijs | 1 | 0
// voorbeeld: limburg | gezondheid | 1 | 1
// voorbeeld: limburg | lokaal | 1 | 0
// voorbeeld: limburg | naft | 1 | 0
// voorbeeld: limburg | onderwijs | 4 | 1
// voorbeeld: limburg | welzijn | 1 | 1
// voorbeeld: limburg | werk | 1 | 0
MATCH (o:Organisatie)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE NOT o:Bestuur AND ($regio = '' OR r.code = $regio)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
OPTIONAL MATCH (o)-[l:LID_VAN]->(n:LerendNetwerk)
WHERE (l.sinds IS NULL OR l.sinds <= $datum) AND (l.tot IS NULL OR l.tot > $datum)
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
WITH r.code AS regio, o, count(l) AS netwerken,
  CASE WHEN o:School OR o:Clb OR o:Begeleidingsdienst OR o:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN o:NaftAanbieder THEN 'naft' WHEN o:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN o:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN o:Werkactor THEN 'werk'
       WHEN o:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS sector
RETURN regio, sector, count(o) AS organisaties, sum(CASE WHEN netwerken > 0 THEN 1 ELSE 0 END) AS leden
ORDER BY regio, sector
