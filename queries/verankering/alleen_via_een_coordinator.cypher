// titel: Organisaties die maar één coördinator kent
// vraag: Met welke organisaties heeft maar één coördinator van de regio contact?
// parameter: regio | tekst | limburg | Code van de regio.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: coordinator | Wie
// kolom: id | Code van de organisatie
// kolom: organisatie | Naam
// bron: docs/analyses.md, Verankering
// grenzen: Alleen rechtstreekse contacten.
// voorbeeld: An | jh | Appelhuis
// voorbeeld: An | stad | Stad Genk
// voorbeeld: Bo | clb | CLB Kantelbrug
MATCH (c:Coordinator)-[k:CONTACT_MET]->(o:Organisatie)
WHERE c.regio = $regio
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
WITH o, collect(DISTINCT c.naam) AS wie
WHERE size(wie) = 1
RETURN wie[0] AS coordinator, o.id AS id, o.naam AS organisatie
ORDER BY coordinator, id
