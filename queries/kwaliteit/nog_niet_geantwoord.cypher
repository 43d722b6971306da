// titel: Wie nog niet antwoordde
// vraag: Welke bevraagde organisaties antwoordden nog niet?
// parameter: bevraging | tekst | | Code van de bevraging; leeg: alle.
// kolom: bevraging | Code van de bevraging
// kolom: id | Code van de organisatie
// kolom: organisatie | Naam
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: q | ggz | Luwte
MATCH (o:Organisatie)-[v:BEVRAAGD_IN]->(q:Bevraging)
WHERE ($bevraging = '' OR q.id = $bevraging) AND v.antwoord_op IS NULL
  AND NOT EXISTS { MATCH (o)<-[:NAMENS]-(:Antwoord)-[:ANTWOORD_OP]->(q) }
  AND NOT EXISTS { MATCH (o)<-[:GEGEVEN_DOOR]-(:Antwoord)-[:ANTWOORD_OP]->(q) }
RETURN q.id AS bevraging, o.id AS id, o.naam AS organisatie
ORDER BY bevraging, id
