// titel: Leden van de lerende netwerken
// vraag: Hoeveel leden heeft elk lerend netwerk, per engagement?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het netwerk
// kolom: netwerk | Naam
// kolom: engagement | Hoe sterk het lid zich verbindt
// kolom: leden | Aantal leden
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: net | Netwerk Limburg | deelnemer | 2
// voorbeeld: net | Netwerk Limburg | trekker | 1
MATCH (o:Organisatie)-[l:LID_VAN]->(n:LerendNetwerk)
WHERE ($regio = '' OR n.regio = $regio)
  AND (o.sinds IS NULL OR o.sinds <= $datum) AND (o.tot IS NULL OR o.tot > $datum)
  AND (l.sinds IS NULL OR l.sinds <= $datum) AND (l.tot IS NULL OR l.tot > $datum)
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
RETURN n.id AS id, n.naam AS netwerk, coalesce(l.engagement, '') AS engagement, count(DISTINCT o) AS leden
ORDER BY id, engagement
