// titel: Organisaties zonder gemeente
// vraag: Van welke organisaties is niet bekend in welke gemeente ze liggen?
// kolom: id | Code
// kolom: organisatie | Naam
// bron: docs/schema.md, LIGT_IN
// voorbeeld: los | Los Zand
MATCH (o:Organisatie)
WHERE NOT o:Bestuur AND NOT EXISTS { MATCH (o)-[:LIGT_IN]->(:Gemeente) }
RETURN o.id AS id, o.naam AS organisatie
ORDER BY id
