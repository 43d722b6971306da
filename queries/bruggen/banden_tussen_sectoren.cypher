// titel: Banden tussen sectoren
// vraag: Hoeveel banden zijn er tussen elke twee sectoren?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: sector | De ene sector
// kolom: andere_sector | De andere sector
// kolom: banden | Aantal banden
// bron: docs/analyses.md, Brug
// voorbeeld: gezondheid | welzijn | 1
// voorbeeld: naft | onderwijs | 1
// voorbeeld: naft | welzijn | 1
// voorbeeld: naft | werk | 1
// voorbeeld: onderwijs | onderwijs | 2
// voorbeeld: onderwijs | welzijn | 1
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
WITH CASE WHEN a:School OR a:Clb OR a:Begeleidingsdienst OR a:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN a:NaftAanbieder THEN 'naft' WHEN a:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN a:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN a:Werkactor THEN 'werk'
       WHEN a:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS s1,
     CASE WHEN c:School OR c:Clb OR c:Begeleidingsdienst OR c:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN c:NaftAanbieder THEN 'naft' WHEN c:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN c:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN c:Werkactor THEN 'werk'
       WHEN c:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS s2
WITH CASE WHEN s1 < s2 THEN s1 ELSE s2 END AS sector, CASE WHEN s1 < s2 THEN s2 ELSE s1 END AS andere_sector
RETURN sector, andere_sector, count(*) AS banden
ORDER BY sector, andere_sector
