// titel: Hoe zeker de banden zijn
// vraag: Hoeveel banden zijn bevestigd, eenzijdig, betwist of nooit nagevraagd, per soort?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: relatie | Soort band
// kolom: bevestiging | Bevestiging; leeg: nooit nagevraagd
// kolom: banden | Aantal
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: BEGELEIDT | bevestigd | 1
// voorbeeld: ONDERSTEUNT |  | 1
// voorbeeld: VERWIJST_NAAR |  | 1
// voorbeeld: VERWIJST_NAAR | betwist | 1
// voorbeeld: WERKT_SAMEN_MET |  | 2
// voorbeeld: WERKT_SAMEN_MET | eenzijdig | 1
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
RETURN type(b) AS relatie, coalesce(b.bevestiging, '') AS bevestiging, count(b) AS banden
ORDER BY relatie, bevestiging
