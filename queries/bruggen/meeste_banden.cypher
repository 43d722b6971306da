// titel: Organisaties met de meeste banden
// vraag: Welke organisaties werken met de meeste andere organisaties samen?
// parameter: aantal | getal | 20 | Hoeveel organisaties.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: organisatie | Naam
// kolom: partners | Aantal organisaties met een band
// bron: docs/analyses.md, Band
// voorbeeld: jh | Appelhuis | 3
// voorbeeld: naft | NAFT Pad | 3
// voorbeeld: ark | De Ark | 2
// voorbeeld: clb | CLB Kantelbrug | 2
// voorbeeld: brug | De Brug | 1
// voorbeeld: ggz | Luwte | 1
// voorbeeld: lsc | Leersteun Noord | 1
// voorbeeld: werk | Werkplaats Zes | 1
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
WITH a.id AS id, a.naam AS organisatie, count(DISTINCT c) AS partners
ORDER BY partners DESC, id
LIMIT $aantal
RETURN id, organisatie, partners
