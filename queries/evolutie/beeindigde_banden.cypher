// titel: Banden die eindigden
// vraag: Welke banden eindigden in deze periode?
// parameter: van | datum | 2026-01-01 | Eerste dag.
// parameter: datum | datum | vandaag | Laatste dag.
// parameter: aantal | getal | 25 | Hoogstens zoveel rijen.
// kolom: tot | Eerste dag waarop de band er niet meer was
// kolom: relatie | Soort band
// kolom: van_naam | Van
// kolom: naar_naam | Naar
// bron: docs/analyses.md, Evolutie
// voorbeeld: 2026-06-01 | WERKT_SAMEN_MET | Appelhuis | Stad Genk
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE b.tot >= $van AND b.tot <= $datum
WITH b.tot AS tot, type(b) AS relatie, a.naam AS van_naam, c.naam AS naar_naam, b.rid AS rid
ORDER BY tot, rid
LIMIT $aantal
RETURN tot, relatie, van_naam, naar_naam
