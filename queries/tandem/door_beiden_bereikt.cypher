// titel: Door beide coördinatoren rechtstreeks gecontacteerd
// vraag: Met welke organisaties heeft zowel de coördinator van het lerend netwerk als die van Samen tegen Schooluitval contact?
// parameter: regio | tekst | limburg | Code van de regio.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: organisatie | Naam
// bron: docs/analyses.md, Tandem
// grenzen: Alleen rechtstreekse contacten; langs fora en netwerken: zie analyse tandem.
// voorbeeld: ark | De Ark
MATCH (c:Coordinator)-[k:CONTACT_MET]->(o:Organisatie)<-[m:CONTACT_MET]-(d:Coordinator)
WHERE c.rol = 'lerend-netwerk' AND d.rol = 'sts' AND c.regio = $regio AND d.regio = $regio
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (k.sinds IS NULL OR k.sinds <= $datum) AND (k.tot IS NULL OR k.tot > $datum)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (d.sinds IS NULL OR d.sinds <= $datum) AND (d.tot IS NULL OR d.tot > $datum)
RETURN DISTINCT o.id AS id, o.naam AS organisatie
ORDER BY id
