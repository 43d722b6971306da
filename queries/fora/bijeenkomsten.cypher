// titel: Bijeenkomsten van elk forum
// vraag: Hoe vaak kwam elk forum of netwerk samen, en wanneer het laatst?
// parameter: van | datum | 2020-01-01 | Eerste dag.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: id | Code
// kolom: forum | Naam
// kolom: bijeenkomsten | Aantal in de periode
// kolom: laatste | Dag van de laatste
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// grenzen: Alleen bijeenkomsten die ingevuld zijn, tellen mee.
// voorbeeld: tafel | Tafel Genk | 2 | 2026-06-04
MATCH (v:Overleg)-[:OVERLEG_VAN]->(f)
WHERE v.datum >= $van AND v.datum <= $datum
RETURN f.id AS id, f.naam AS forum, count(v) AS bijeenkomsten, max(v.datum) AS laatste
ORDER BY id
