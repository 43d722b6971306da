// titel: Fora waar beide coördinatoren zitten
// vraag: In welke fora zitten de coördinator van het lerend netwerk en die van Samen tegen Schooluitval samen?
// parameter: regio | tekst | limburg | Code van de regio.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het forum
// kolom: forum | Naam
// kolom: organisaties | Organisaties die er zitten
// bron: docs/analyses.md, Tandem
// voorbeeld: tafel | Tafel Genk | 4
MATCH (c:Coordinator)-[k:NEEMT_DEEL_AAN]->(f:Forum)<-[m:NEEMT_DEEL_AAN]-(d:Coordinator)
WHERE c.rol = 'lerend-netwerk' AND d.rol = 'sts' AND c.regio = $regio AND d.regio = $regio
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
  AND (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (d.sinds IS NULL OR d.sinds <= $datum) AND (d.tot IS NULL OR d.tot > $datum)
WITH DISTINCT f
OPTIONAL MATCH (o:Organisatie)-[z:NEEMT_DEEL_AAN]->(f)
WHERE (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (z.sinds IS NULL OR z.sinds <= $datum) AND (z.tot IS NULL OR z.tot > $datum)
RETURN f.id AS id, f.naam AS forum, count(DISTINCT o) AS organisaties
ORDER BY id
