// titel: Aanbod dat vol zit
// vraag: Welk aanbod is vol, en waarom?
// parameter: wachttijd | getal | 8 | Vanaf meer dan zoveel weken wachttijd is een aanbod vol.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code van het aanbod
// kolom: aanbod | Naam
// kolom: wachttijd_weken | Wachttijd in weken
// kolom: capaciteit | Plaatsen
// kolom: bezet | Bezet
// bron: docs/analyses.md, Passend aanbod
// grenzen: Wat niet ingevuld is, telt als niet vol.
// voorbeeld: dag | Dagatelier | 20 |  |
// voorbeeld: traject | Traject |  | 6 | 6
MATCH (a:Aanbod)
WHERE (coalesce(a.wachttijd_weken > $wachttijd, false) OR coalesce(a.capaciteit = 0, false) OR coalesce(a.bezet >= a.capaciteit, false))
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
RETURN a.id AS id, a.naam AS aanbod, a.wachttijd_weken AS wachttijd_weken, a.capaciteit AS capaciteit, a.bezet AS bezet
ORDER BY id
