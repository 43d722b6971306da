// titel: Doorverwijzingen per stap
// vraag: Hoeveel doorverwijzingen zijn er per stap, van welke sector naar welke?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: stap | Stap; leeg: zonder stap
// kolom: van | Sector van wie verwijst
// kolom: naar | Sector waarnaar verwezen wordt
// kolom: doorverwijzingen | Aantal
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// grenzen: Een band op papier zegt niet hoe vaak er verwezen wordt.
// voorbeeld: | welzijn | naft | 1
// voorbeeld: heroriënteren | onderwijs | naft | 1
MATCH (a:Organisatie)-[b:VERWIJST_NAAR]->(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
WITH coalesce(b.stap, '') AS stap,
  CASE WHEN a:School OR a:Clb OR a:Begeleidingsdienst OR a:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN a:NaftAanbieder THEN 'naft' WHEN a:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN a:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN a:Werkactor THEN 'werk'
       WHEN a:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS van,
  CASE WHEN c:School OR c:Clb OR c:Begeleidingsdienst OR c:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN c:NaftAanbieder THEN 'naft' WHEN c:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN c:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN c:Werkactor THEN 'werk'
       WHEN c:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS naar
RETURN stap, van, naar, count(*) AS doorverwijzingen
ORDER BY stap, van, naar
