// titel: Banden die begonnen
// vraag: Welke banden begonnen in deze periode?
// parameter: van | datum | 2026-01-01 | Eerste dag.
// parameter: datum | datum | vandaag | Laatste dag.
// parameter: aantal | getal | 25 | Hoogstens zoveel rijen.
// kolom: sinds | Eerste dag
// kolom: relatie | Soort band
// kolom: van_naam | Van
// kolom: naar_naam | Naar
// bron: docs/analyses.md, Evolutie
// grenzen: Een band zonder begindatum staat er niet bij.
// voorbeeld: 2026-02-01 | WERKT_SAMEN_MET | Luwte | Appelhuis
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE b.sinds >= $van AND b.sinds <= $datum
WITH b.sinds AS sinds, type(b) AS relatie, a.naam AS van_naam, c.naam AS naar_naam, b.rid AS rid
ORDER BY sinds, rid
LIMIT $aantal
RETURN sinds, relatie, van_naam, naar_naam
