// titel: Scholen zonder ondersteuningsnetwerk
// vraag: Van welke scholen is niet bekend welk ondersteuningsnetwerk (leersteuncentrum) hen ondersteunt?
// parameter: regio | tekst | | Code van de regio, zoals limburg; leeg: overal.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van de school
// kolom: school | Naam van de school
// kolom: gemeente | Gemeente
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// grenzen: Geen band gekend is niet hetzelfde als geen band.
// voorbeeld: brug | De Brug | Bree
// voorbeeld: col | College | Turnhout
MATCH (s:School)-[:LIGT_IN]->(g:Gemeente)-[:DEEL_VAN]->(r:Regio)
WHERE ($regio = '' OR r.code = $regio)
  AND (s.sinds IS NULL OR s.sinds <= $datum) AND (s.tot IS NULL OR s.tot > $datum)
  AND NOT EXISTS {
    MATCH (n:Ondersteuningsnetwerk)-[b:ONDERSTEUNT]->(s)
    WHERE (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
  }
RETURN s.id AS id, s.naam AS school, g.naam AS gemeente
ORDER BY id
