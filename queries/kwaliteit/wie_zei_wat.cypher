// titel: Wie zei wat over een organisatie
// vraag: Wat zeggen antwoorden op bevragingen over de banden van één organisatie, door wie en wanneer?
// parameter: id | tekst |  | Code van de organisatie.
// kolom: namens | Wie spreekt
// kolom: over | Over wie
// kolom: relatie | Band
// kolom: richting | Richting
// kolom: stap | Stap
// kolom: ja | Is er een band (leeg: niet geweten)
// kolom: datum | Dag
// kolom: door | Gegeven door
// kolom: bevraging | Ronde
// bron: docs/bevraging.md, Wanneer een band bevestigd is
// grenzen: Intern. Ook antwoorden die vervangen zijn, staan erbij: het nieuwste telt.
MATCH (wie:Organisatie)<-[:NAMENS]-(a:Antwoord)-[n:NOEMT]->(ander:Organisatie)
WHERE wie.id = $id OR ander.id = $id
MATCH (a)-[:GEGEVEN_DOOR]->(gever:Organisatie)
MATCH (a)-[:ANTWOORD_OP]->(b:Bevraging)
RETURN wie.naam AS namens, ander.naam AS over, n.relatie AS relatie, n.richting AS richting, n.stap AS stap,
  n.ja AS ja, n.datum AS datum, gever.naam AS door, b.naam AS bevraging
ORDER BY datum, wie.id, ander.id, n.rid
