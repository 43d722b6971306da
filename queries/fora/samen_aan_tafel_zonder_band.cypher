// titel: Samen aan tafel, nog geen band
// vraag: Welke organisaties van een verschillende soort zitten in hetzelfde forum, maar hebben nog geen band?
// parameter: forum | tekst | | Code van het forum; leeg: alle fora.
// parameter: aantal | getal | 50 | Hoeveel paren.
// parameter: datum | datum | vandaag | Peildatum.
// kolom: forum | Naam van het forum
// kolom: een | Code van de ene organisatie
// kolom: ander | Code van de andere organisatie
// bron: docs/analyses.md, Nieuwe brug
// grenzen: Samen in een forum zitten is geen band; het maakt er een waarschijnlijker.
// voorbeeld: Tafel Genk | clb | stad
// voorbeeld: Tafel Genk | clb | werk
// voorbeeld: Tafel Genk | jh | stad
// voorbeeld: Tafel Genk | jh | werk
// voorbeeld: Tafel Genk | stad | werk
MATCH (a:Organisatie)-[m:NEEMT_DEEL_AAN]->(f:Forum)<-[n:NEEMT_DEEL_AAN]-(b:Organisatie)
WHERE ($forum = '' OR f.id = $forum) AND a.id < b.id
  AND (a.sinds IS NULL OR a.sinds <= $datum) AND (a.tot IS NULL OR a.tot > $datum)
  AND (m.sinds IS NULL OR m.sinds <= $datum) AND (m.tot IS NULL OR m.tot > $datum)
  AND (f.sinds IS NULL OR f.sinds <= $datum) AND (f.tot IS NULL OR f.tot > $datum)
  AND (n.sinds IS NULL OR n.sinds <= $datum) AND (n.tot IS NULL OR n.tot > $datum)
  AND (b.sinds IS NULL OR b.sinds <= $datum) AND (b.tot IS NULL OR b.tot > $datum)
  AND NOT EXISTS {
    MATCH (a)-[x:BEGELEIDT|ONDERSTEUNT|ADVISEERT|WERKT_SAMEN_MET|VERWIJST_NAAR]-(b)
    WHERE (x.sinds IS NULL OR x.sinds <= $datum) AND (x.tot IS NULL OR x.tot > $datum)
  }
WITH f.naam AS forum, a.id AS een, b.id AS ander
ORDER BY forum, een, ander
LIMIT $aantal
RETURN forum, een, ander
