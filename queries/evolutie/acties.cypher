// titel: Acties en hoe ver ze staan
// vraag: Hoeveel acties staan open, lopen, zijn klaar of gestopt, en hoeveel zijn er over tijd?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: toestand | Hoe ver
// kolom: acties | Aantal
// kolom: over_tijd | Deadline voorbij en nog niet klaar
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: bezig | 1 | 0
// voorbeeld: klaar | 1 | 0
// voorbeeld: open | 1 | 1
MATCH (a:Actie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
RETURN a.toestand AS toestand, count(a) AS acties,
  sum(CASE WHEN a.deadline < $datum AND a.toestand IN ['open','bezig'] THEN 1 ELSE 0 END) AS over_tijd
ORDER BY toestand
