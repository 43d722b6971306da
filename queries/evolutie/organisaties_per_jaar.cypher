// titel: Organisaties die begonnen en stopten
// vraag: Hoeveel organisaties begonnen en stopten er per jaar?
// kolom: jaar | Jaar
// kolom: begonnen | Organisaties met dit jaar als begin
// kolom: gestopt | Organisaties met dit jaar als einde
// bron: docs/analyses.md, Evolutie
// grenzen: Wat geen begindatum heeft, telt alleen mee als het stopt.
// voorbeeld: 2025 | 1 | 1
MATCH (o:Organisatie)
WHERE o.sinds IS NOT NULL OR o.tot IS NOT NULL
UNWIND [[o.sinds, 1, 0], [o.tot, 0, 1]] AS d
WITH d WHERE d[0] IS NOT NULL
WITH d[0].year AS jaar, sum(d[1]) AS begonnen, sum(d[2]) AS gestopt
RETURN jaar, begonnen, gestopt
ORDER BY jaar
