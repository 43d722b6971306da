// titel: Wie met wie een tandem vormt
// vraag: Welke coördinatoren vormen samen een tandem, en in welke regio?
// parameter: datum | datum | vandaag | Peildatum.
// kolom: regio | Regio
// kolom: een | Coördinator
// kolom: rol | Rol
// kolom: ander | Coördinator
// kolom: andere_rol | Rol
// bron: Oproep lerende netwerken, Opgroeien, mei 2020
// voorbeeld: limburg | An | lerend-netwerk | Bo | sts
MATCH (c:Coordinator)-[t:TANDEM_MET]-(d:Coordinator)
WHERE c.id < d.id
  AND (c.sinds IS NULL OR c.sinds <= $datum) AND (c.tot IS NULL OR c.tot > $datum)
  AND (t.sinds IS NULL OR t.sinds <= $datum) AND (t.tot IS NULL OR t.tot > $datum)
  AND (d.sinds IS NULL OR d.sinds <= $datum) AND (d.tot IS NULL OR d.tot > $datum)
RETURN c.regio AS regio, c.naam AS een, c.rol AS rol, d.naam AS ander, d.rol AS andere_rol
ORDER BY regio, een, ander
