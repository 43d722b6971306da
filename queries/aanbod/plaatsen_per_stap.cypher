// titel: Plaatsen per stap
// vraag: Hoeveel plaatsen zijn er per stap, hoeveel zijn er bezet, en van hoeveel aanbod is het niet bekend?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: stap | Stap van het continuüm
// kolom: aanbod | Aantal aanbod
// kolom: plaatsen | Plaatsen, waar bekend
// kolom: bezet | Bezet, waar bekend
// kolom: onbekend | Aanbod zonder gekend aantal plaatsen
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// grenzen: Een aanbod voor meer stappen telt bij elke stap mee.
// voorbeeld: voorkomen | 3 | 12 | 4 | 2
// voorbeeld: heroriënteren | 1 | 6 | 6 | 0
// voorbeeld: toeleiden naar werk | 1 | 6 | 6 | 0
// voorbeeld: alternatieve dagbesteding | 1 | 0 | 0 | 1
UNWIND [['voorkomen',1],['heroriënteren',2],['toeleiden naar werk',3],['alternatieve dagbesteding',4]] AS s
WITH s[0] AS stap, s[1] AS volgorde
OPTIONAL MATCH (a:Aanbod)
WHERE (stap IN a.continuum OR 'alle' IN a.continuum)
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
WITH stap, volgorde, count(a) AS aanbod, sum(coalesce(a.capaciteit, 0)) AS plaatsen, sum(coalesce(a.bezet, 0)) AS bezet,
  sum(CASE WHEN a IS NOT NULL AND a.capaciteit IS NULL THEN 1 ELSE 0 END) AS onbekend
ORDER BY volgorde
RETURN stap, aanbod, plaatsen, bezet, onbekend
