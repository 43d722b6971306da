// titel: Goede praktijken per stap
// vraag: Hoeveel goede praktijken zijn er per stap, en hoeveel organisaties passen ze toe?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: stap | Stap van het continuüm
// kolom: praktijken | Aantal praktijken
// kolom: toegepast_door | Organisaties die er een toepassen
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: voorkomen | 1 | 0
// voorbeeld: heroriënteren | 2 | 1
// voorbeeld: toeleiden naar werk | 1 | 0
// voorbeeld: alternatieve dagbesteding | 1 | 0
UNWIND [['voorkomen',1],['heroriënteren',2],['toeleiden naar werk',3],['alternatieve dagbesteding',4]] AS s
WITH s[0] AS stap, s[1] AS volgorde
OPTIONAL MATCH (p:GoedePraktijk)
WHERE (stap IN p.continuum OR 'alle' IN p.continuum)
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
OPTIONAL MATCH (o:Organisatie)-[t:PAST_TOE]->(p)
WHERE (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (t.sinds IS NULL OR t.sinds <= $datum) AND (t.tot IS NULL OR t.tot > $datum)
WITH stap, volgorde, count(DISTINCT p) AS praktijken, count(DISTINCT o) AS toegepast_door
ORDER BY volgorde
RETURN stap, praktijken, toegepast_door
