// titel: Wie trekt de netwerken mee
// vraag: Welke organisaties zijn trekker van een lerend netwerk, en in hoeveel fora zitten ze?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: netwerk | Naam van het netwerk
// kolom: id | Code van de organisatie
// kolom: organisatie | Naam
// kolom: fora | Fora waarin ze zit
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: Netwerk Limburg | jh | Appelhuis | 1
MATCH (o:Organisatie)-[l:LID_VAN]->(n:LerendNetwerk)
WHERE l.engagement = 'trekker' AND ($regio = '' OR n.regio = $regio)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (l.sinds IS NULL OR l.sinds <= $datum) AND (l.tot IS NULL OR l.tot > $datum)
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
OPTIONAL MATCH (o)-[m:NEEMT_DEEL_AAN]->(f:Forum)
WHERE (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
RETURN n.naam AS netwerk, o.id AS id, o.naam AS organisatie, count(DISTINCT f) AS fora
ORDER BY netwerk, id
