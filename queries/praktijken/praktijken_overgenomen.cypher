// titel: Goede praktijken die overgenomen zijn
// vraag: Hoeveel toepassingen van goede praktijken zijn er in elke regio, en hoeveel begonnen er na die van een ander?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Code van de regio van wie ze toepast
// kolom: toepassingen | Organisaties die een praktijk toepassen, geteld per praktijk
// kolom: overgenomen | Hoeveel daarvan later begonnen dan een andere organisatie
// bron: docs/analyses.md, Indicatoren; zelfde getal als analyse indicatoren
// grenzen: Waar een begindatum ontbreekt, telt het niet als overgenomen.
// voorbeeld: limburg | 1 | 0
MATCH (o:Organisatie)-[t:PAST_TOE]->(p:GoedePraktijk)
WHERE (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (t.sinds IS NULL OR t.sinds <= $datum) AND (t.tot IS NULL OR t.tot > $datum)
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
MATCH (o)-[:LIGT_IN]->(:Gemeente)-[:DEEL_VAN]->(r:Regio)
OPTIONAL MATCH (a:Organisatie)-[u:PAST_TOE]->(p)
WHERE u.sinds < t.sinds AND (u.tot IS NULL OR u.tot > $datum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
WITH r.code AS regio, t, count(u) AS eerder
RETURN regio, count(t) AS toepassingen, sum(CASE WHEN eerder > 0 THEN 1 ELSE 0 END) AS overgenomen
ORDER BY regio
