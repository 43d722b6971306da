// titel: Afspraken en wie erbij is
// vraag: Welke afspraken zijn er, voor welke stappen, en hoeveel organisaties van elke sector zijn partij?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van de afspraak
// kolom: afspraak | Naam
// kolom: stappen | Stappen
// kolom: sector | Sector; leeg: niemand is partij
// kolom: partijen | Organisaties van die sector
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: af | Binnen de week | voorkomen | onderwijs | 2
// voorbeeld: af | Binnen de week | voorkomen | welzijn | 1
// voorbeeld: leeg | Nog niemand | voorkomen |  | 0
MATCH (a:Afspraak)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
OPTIONAL MATCH (o:Organisatie)-[p:PARTIJ_BIJ]->(a)
WHERE (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
WITH a, o, CASE WHEN o IS NULL THEN '' ELSE CASE WHEN o:School OR o:Clb OR o:Begeleidingsdienst OR o:Ondersteuningsnetwerk THEN 'onderwijs'
       WHEN o:NaftAanbieder THEN 'naft' WHEN o:Jeugdhulpaanbieder THEN 'welzijn'
       WHEN o:GeestelijkeGezondheidszorg THEN 'gezondheid' WHEN o:Werkactor THEN 'werk'
       WHEN o:LokaalBestuur THEN 'lokaal' ELSE 'andere' END END AS sector
RETURN a.id AS id, a.naam AS afspraak, a.continuum AS stappen, sector, count(DISTINCT o) AS partijen
ORDER BY id, sector
