// titel: Aanbod per thema en stap
// vraag: Hoeveel aanbod is er per thema en per stap van het continuüm, en hoeveel daarvan is volzet?
// parameter: wachttijd | getal | 8 | Vanaf meer dan zoveel weken wachttijd is een aanbod volzet.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: thema | Thema 1 (−12) of 2 (+12)
// kolom: stap | Stap van het continuüm
// kolom: aanbod | Aantal
// kolom: volzet | Aantal dat volzet is
// bron: docs/analyses.md, Passend aanbod
// grenzen: Telt elk aanbod, ook als het geen school in de buurt bereikt.
// voorbeeld: 1 | voorkomen | 2 | 0
// voorbeeld: 1 | heroriënteren | 0 | 0
// voorbeeld: 2 | voorkomen | 2 | 0
// voorbeeld: 2 | heroriënteren | 1 | 1
// voorbeeld: 2 | toeleiden naar werk | 1 | 1
// voorbeeld: 2 | alternatieve dagbesteding | 1 | 1
UNWIND [['1','voorkomen',1],['1','heroriënteren',2],['2','voorkomen',1],['2','heroriënteren',2],['2','toeleiden naar werk',3],['2','alternatieve dagbesteding',4]] AS cel
WITH cel[0] AS thema, cel[1] AS stap, cel[2] AS volgorde
OPTIONAL MATCH (a:Aanbod)
WHERE (thema IN a.themas OR 'alle' IN a.themas) AND (stap IN a.continuum OR 'alle' IN a.continuum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
WITH thema, stap, volgorde, count(a) AS aanbod,
  sum(CASE WHEN a.wachttijd_weken > $wachttijd OR a.capaciteit = 0 OR a.bezet >= a.capaciteit THEN 1 ELSE 0 END) AS volzet
ORDER BY thema, volgorde
RETURN thema, stap, aanbod, volzet
