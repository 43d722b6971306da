// titel: Waar banden vandaan komen
// vraag: Uit welke bron komen de banden, en van wanneer is de oudste en de jongste?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: bron | Bron; leeg: onbekend
// kolom: banden | Aantal banden
// kolom: oudste | Oudste brondatum
// kolom: jongste | Jongste brondatum
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: | 4 |  |
// voorbeeld: lijst | 2 | 2025-01-01 | 2026-01-01
// voorbeeld: ronde | 1 | 2026-03-01 | 2026-03-01
MATCH (a:Organisatie)-[b:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]->(c:Organisatie)
WHERE (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
RETURN coalesce(b.bron, '') AS bron, count(b) AS banden, min(b.bron_datum) AS oudste, max(b.bron_datum) AS jongste
ORDER BY bron
