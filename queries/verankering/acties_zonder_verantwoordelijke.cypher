// titel: Acties waarvoor niemand verantwoordelijk is
// vraag: Welke open acties heeft niemand op zich genomen?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van de actie
// kolom: actie | Naam
// kolom: deadline | Tegen wanneer
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: schrijf | Schrijven | 2026-12-24
MATCH (a:Actie)
WHERE a.toestand IN ['open','bezig']
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND NOT EXISTS { MATCH ()-[:VERANTWOORDELIJK_VOOR]->(a) }
RETURN a.id AS id, a.naam AS actie, a.deadline AS deadline
ORDER BY id
