// titel: Met wie NAFT-aanbieders banden hebben
// vraag: Met welke sectoren heeft elke NAFT-aanbieder banden?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van de aanbieder
// kolom: aanbieder | Naam
// kolom: sector | Sector aan de andere kant
// kolom: partners | Organisaties van die sector
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: naft | NAFT Pad | onderwijs | 1
// voorbeeld: naft | NAFT Pad | welzijn | 1
// voorbeeld: naft | NAFT Pad | werk | 1
MATCH (n:NaftAanbieder)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(o:Organisatie)
WHERE NOT o:Bestuur
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND ($regio = '' OR EXISTS { MATCH (n)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(r:Regio) WHERE r.code = $regio })
WITH n.id AS id, n.naam AS aanbieder, o.id AS ander,
  CASE WHEN o:School OR o:Clb OR o:Begeleidingsdienst OR o:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN o:NaftAanbieder THEN 'naft' WHEN o:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN o:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN o:Werkactor THEN 'werk'
       WHEN o:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS sector
RETURN id, aanbieder, sector, count(DISTINCT ander) AS partners
ORDER BY id, sector
