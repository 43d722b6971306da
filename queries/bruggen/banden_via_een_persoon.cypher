// titel: Banden die via één persoon lopen
// vraag: Hoeveel organisaties hangen aan banden die via dezelfde contactpersoon lopen?
// parameter: minstens | getal | 2 | Minstens zoveel banden.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: organisatie | Waar de persoon voor werkt, als dat bekend is
// kolom: functie | Functie van de persoon
// kolom: banden | Banden via deze persoon
// kolom: organisaties | Organisaties aan die banden
// bron: docs/analyses.md, Bruggen
// grenzen: Toont geen namen: alleen voor wie de persoon werkt en in welke functie.
// voorbeeld: Appelhuis | intake | 2 | 3
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE b.via IS NOT NULL
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
WITH b.via AS via, collect(DISTINCT b.rid) AS rids, collect(a.id) + collect(c.id) AS einden
UNWIND einden AS einde
WITH via, size(rids) AS banden, count(DISTINCT einde) AS organisaties
WHERE banden >= $minstens
MATCH (p:Contactpersoon {id: via})
OPTIONAL MATCH (p)-[:WERKT_VOOR]->(o:Organisatie)
WITH p.id AS wie, min(o.naam) AS organisatie, p.functie AS functie, banden, organisaties
ORDER BY banden DESC, wie
RETURN organisatie, functie, banden, organisaties
