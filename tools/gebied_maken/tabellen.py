"""What no package holds, written down by hand: public facts, each with where they stand.

* ``FUSIES``: the mergers in Flanders of 1 January 2019 and 1 January 2025, as laid down in the Flemish
  merger decrees (Belgisch Staatsblad, 2018 and 2023-2024), with the NIS codes of Statbel's REFNIS list.
* ``AANVULLINGEN``: names that the postal file writes otherwise or leaves out.
* ``PUNTEN``: places that GeoNames' list of 500 inhabitants or more lacks, but whose municipality has
  no other point in its canton; coordinates of the village centre, read off to a thousandth of a degree.
"""

# (year, old NIS, old name, new NIS)
FUSIES: tuple[tuple[int, str, str, str], ...] = (
    (2019, "12030", "Puurs", "12041"),
    (2019, "12034", "Sint-Amands", "12041"),
    (2019, "44001", "Aalter", "44084"),
    (2019, "44029", "Knesselare", "44084"),
    (2019, "44011", "Deinze", "44083"),
    (2019, "44049", "Nevele", "44083"),
    (2019, "44036", "Lovendegem", "44085"),
    (2019, "44072", "Waarschoot", "44085"),
    (2019, "44080", "Zomergem", "44085"),
    (2019, "45017", "Kruishoutem", "45068"),
    (2019, "45057", "Zingem", "45068"),
    (2019, "71047", "Opglabbeek", "72042"),
    (2019, "72040", "Meeuwen-Gruitrode", "72042"),
    (2019, "72025", "Neerpelt", "72043"),
    (2019, "72029", "Overpelt", "72043"),
    (2025, "11007", "Borsbeek", "11002"),
    (2025, "11056", "Zwijndrecht", "46030"),
    (2025, "46003", "Beveren", "46030"),
    (2025, "46013", "Kruibeke", "46030"),
    (2025, "23023", "Galmaarden", "23106"),
    (2025, "23024", "Gooik", "23106"),
    (2025, "23032", "Herne", "23106"),
    (2025, "37012", "Ruiselede", "37021"),
    (2025, "37018", "Wingene", "37021"),
    (2025, "37007", "Meulebeke", "37022"),
    (2025, "37015", "Tielt", "37022"),
    (2025, "44012", "De Pinte", "44086"),
    (2025, "44048", "Nazareth", "44086"),
    (2025, "44034", "Lochristi", "44087"),
    (2025, "44073", "Wachtebeke", "44087"),
    (2025, "44040", "Melle", "44088"),
    (2025, "44043", "Merelbeke", "44088"),
    (2025, "44045", "Moerbeke", "46029"),
    (2025, "46014", "Lokeren", "46029"),
    (2025, "71022", "Hasselt", "71072"),
    (2025, "73040", "Kortessem", "71072"),
    (2025, "71057", "Tessenderlo", "71071"),
    (2025, "71069", "Ham", "71071"),
    (2025, "73006", "Bilzen", "73110"),
    (2025, "73032", "Hoeselt", "73110"),
    (2025, "73009", "Borgloon", "73111"),
    (2025, "73083", "Tongeren", "73111"),
)

# (name, NIS, postcode): the Dutch name beside a French one, everyday names, parts without a postcode of
# their own
AANVULLINGEN: tuple[tuple[str, str, str], ...] = (
    ("Brussel-Stad", "21004", "1000"),
    ("Bruxelles-Ville", "21004", "1000"),
    ("Brussels", "21004", "1000"),
    ("Laken", "21004", "1020"),
    ("Antwerp", "11002", "2000"),
    ("Sint-Antonius", "11055", "2980"),
    ("Zuun", "23077", "1600"),
    ("Negenmanneke", "23077", "1600"),
    ("Blauwput", "24062", "3010"),
    ("Beveren-Leie", "34040", "8791"),
    ("Heist", "31043", "8301"),
    ("Heist-aan-Zee", "31043", "8301"),
    ("Spiere", "34043", "8587"),
    ("Helkijn", "34043", "8587"),
    ("Ostend", "35013", "8400"),
    ("Sint-Gillis-bij-Dendermonde", "42006", "9200"),
    ("Ghent", "44021", "9000"),
    ("Maria-Aalter", "44084", "9880"),
    ("Sint-Maria-Aalter", "44084", "9880"),
    ("Aalterbrug", "44084", "9880"),
    ("Machelen-aan-de-Leie", "44081", "9870"),
    ("Sinaai", "46021", "9112"),
    ("Terkoest", "73001", "3570"),
    ("'s-Gravenvoeren", "73109", "3798"),
    ("Moelingen", "73109", "3790"),
    ("Sint-Martens-Voeren", "73109", "3790"),
    ("Sint-Pieters-Voeren", "73109", "3792"),
)

# (NIS, lon, lat)
PUNTEN: tuple[tuple[str, float, float], ...] = (
    ("73028", 5.426, 50.727),  # Herstappe, the smallest municipality (about 80 inhabitants)
    ("21019", 4.443, 50.830),  # Sint-Pieters-Woluwe
)
