// titel: Organisaties in geen enkel forum
// vraag: Welke organisaties van de regio zitten in geen enkel forum?
// parameter: regio | tekst | limburg | Code van de regio.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: organisatie | Naam
// kolom: gemeente | Gemeente
// bron: docs/analyses.md, Fora
// grenzen: Alleen deelnames die ingevuld zijn, tellen mee.
// voorbeeld: ark | De Ark | Genk
// voorbeeld: ggz | Luwte | Bree
// voorbeeld: lsc | Leersteun Noord | Genk
MATCH (o:Organisatie)-[:LIGT_IN]->(g:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE r.code = $regio AND NOT o:Bestuur
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND NOT EXISTS {
    MATCH (o)-[m:NEEMT_DEEL_AAN]->(f:Forum)
    WHERE (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
  }
RETURN o.id AS id, o.naam AS organisatie, g.naam AS gemeente
ORDER BY id
