// titel: Fora en netwerken die aan één coördinator hangen
// vraag: Welke fora en netwerken coördineert maar één coördinator?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: coordinator | Wie
// kolom: id | Code
// kolom: naam | Forum of netwerk
// bron: docs/analyses.md, Verankering
// voorbeeld: An | net | Netwerk Limburg
MATCH (c:Coordinator)-[k:COORDINEERT]->(f)
WHERE (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
WITH f, collect(DISTINCT c.naam) AS wie
WHERE size(wie) = 1
RETURN wie[0] AS coordinator, f.id AS id, f.naam AS naam
ORDER BY coordinator, id
