// titel: Betwiste banden
// vraag: Over welke banden zijn de kanten het oneens, en hoeveel antwoorden van elke kant zeggen ja of nee?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: van | Van
// kolom: naar | Naar
// kolom: relatie | Band
// kolom: bron | Bron van de band
// kolom: van_ja | Van: ja
// kolom: van_nee | Van: nee
// kolom: naar_ja | Naar: ja
// kolom: naar_nee | Naar: nee
// bron: docs/bevraging.md, Wanneer een band bevestigd is
// grenzen: Intern. Ook vervangen antwoorden tellen mee; een lijst kan een band betwist noemen zonder antwoorden.
// voorbeeld: De Brug | NAFT Pad | VERWIJST_NAAR |  | 1 | 0 | 0 | 1
MATCH (a:Organisatie)-[x:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(b:Organisatie)
WHERE x.bevestiging = 'betwist' AND (x.tot IS NULL OR x.tot > $datum)
RETURN a.naam AS van, b.naam AS naar, type(x) AS relatie, x.bron AS bron,
  COUNT { MATCH (a)<-[:NAMENS]-(:Antwoord)-[n:NOEMT]->(b) WHERE n.ja = true AND n.relatie = type(x) } AS van_ja,
  COUNT { MATCH (a)<-[:NAMENS]-(:Antwoord)-[n:NOEMT]->(b) WHERE n.ja = false AND n.relatie = type(x) } AS van_nee,
  COUNT { MATCH (b)<-[:NAMENS]-(:Antwoord)-[n:NOEMT]->(a) WHERE n.ja = true AND n.relatie = type(x) } AS naar_ja,
  COUNT { MATCH (b)<-[:NAMENS]-(:Antwoord)-[n:NOEMT]->(a) WHERE n.ja = false AND n.relatie = type(x) } AS naar_nee
ORDER BY x.rid
