// titel: Welke sectoren aan welke tafel zitten
// vraag: Hoeveel organisaties van elke sector zitten in elk forum?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het forum
// kolom: forum | Naam
// kolom: sector | Sector
// kolom: organisaties | Aantal
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// grenzen: Een zetel is nog geen aanwezigheid.
// voorbeeld: kring | Kring Bree | naft | 1
// voorbeeld: kring | Kring Bree | onderwijs | 1
// voorbeeld: tafel | Tafel Genk | lokaal | 1
// voorbeeld: tafel | Tafel Genk | onderwijs | 1
// voorbeeld: tafel | Tafel Genk | welzijn | 1
// voorbeeld: tafel | Tafel Genk | werk | 1
MATCH (o:Organisatie)-[m:NEEMT_DEEL_AAN]->(f:Forum)
WHERE NOT o:Bestuur AND ($regio = '' OR f.regio = $regio)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
WITH f.id AS id, f.naam AS forum, o.id AS wie,
  CASE WHEN o:School OR o:Clb OR o:Begeleidingsdienst OR o:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN o:NaftAanbieder THEN 'naft' WHEN o:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN o:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN o:Werkactor THEN 'werk'
       WHEN o:LokaalBestuur THEN 'lokaal' ELSE 'andere' END AS sector
RETURN id, forum, sector, count(DISTINCT wie) AS organisaties
ORDER BY id, sector
