// titel: Contacten per coördinator
// vraag: Met hoeveel organisaties heeft elke coördinator rechtstreeks contact?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: coordinator | Naam
// kolom: rol | Rol
// kolom: regio | Regio
// kolom: contacten | Aantal organisaties
// bron: docs/analyses.md, Tandem
// voorbeeld: an | An | lerend-netwerk | limburg | 3
// voorbeeld: bo | Bo | sts | limburg | 2
MATCH (c:Coordinator)
WHERE (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
OPTIONAL MATCH (c)-[k:CONTACT_MET]->(o:Organisatie)
WHERE (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
WITH c.id AS id, c.naam AS coordinator, c.rol AS rol, c.regio AS regio, count(DISTINCT o) AS contacten
RETURN id, coordinator, rol, regio, contacten
ORDER BY id
