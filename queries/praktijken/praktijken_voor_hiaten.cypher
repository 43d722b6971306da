// titel: Goede praktijken bij gemelde hiaten
// vraag: Welke goede praktijk past bij een gemeld hiaat: zelfde thema en zelfde stap?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: hiaat | Code van het hiaat
// kolom: wat | Wat er ontbreekt
// kolom: praktijk | Code van de praktijk
// kolom: naam | Naam van de praktijk
// kolom: toegepast_door | Wie ze toepast
// bron: docs/analyses.md, Praktijken
// voorbeeld: h1 | Geen plaats in Bree | p1 | Warme overdracht | NAFT Pad
// voorbeeld: h2 | Niets voor ouders | p2 | Ouderkoffie |
MATCH (h:Hiaat)
WHERE ($regio = '' OR h.regio = $regio)
  AND (h.sinds IS NULL OR h.sinds <= $datum) AND (h.tot IS NULL OR h.tot > $datum)
WITH h, [h.stap, 'alle'] AS stappen, [h.thema, 'alle'] AS themas
MATCH (p:GoedePraktijk)
WHERE any(s IN p.continuum WHERE s IN stappen) AND any(t IN p.themas WHERE t IN themas)
  AND (p.sinds IS NULL OR p.sinds <= $datum) AND (p.tot IS NULL OR p.tot > $datum)
OPTIONAL MATCH (o:Organisatie)-[t:PAST_TOE]->(p)
WHERE (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (t.sinds IS NULL OR t.sinds <= $datum) AND (t.tot IS NULL OR t.tot > $datum)
WITH h, p, o ORDER BY o.id
WITH h, p, collect(DISTINCT o.naam) AS door
RETURN h.id AS hiaat, h.naam AS wat, p.id AS praktijk, p.naam AS naam, door AS toegepast_door
ORDER BY hiaat, praktijk
