// titel: Aanbod zonder aanbieder of gebied
// vraag: Van welk aanbod is niet bekend wie het biedt, of welk gebied het bereikt?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het aanbod
// kolom: aanbod | Naam
// kolom: aanbieders | Aantal aanbieders
// kolom: gebieden | Aantal gebieden
// bron: docs/analyses.md, Passend aanbod
// grenzen: Zulk aanbod telt in geen enkele analyse mee: vul het aan.
// voorbeeld: wees | Zonder huis | 0 | 0
MATCH (a:Aanbod)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
WITH a, COUNT { MATCH (:Organisatie)-[:BIEDT]->(a) } AS aanbieders, COUNT { MATCH (a)-[:BEREIKT]->() } AS gebieden
WHERE aanbieders = 0 OR gebieden = 0
RETURN a.id AS id, a.naam AS aanbod, aanbieders, gebieden
ORDER BY id
