"""The invented tables, as a coordinator would type them, over the real schools of the list.

Every id that begins with ``v-`` is invented; six-digit numbers (with or without ``-bron…``) are real school
sites, ten-digit numbers real public bodies. What each line is there for stands in ``verwacht.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ORGANISATIES = """\
id;naam;soort;gemeente
v-clb-kruispunt;CLB Kruispunt;clb;Hasselt
v-clb-dijle;CLB Dijleland;clb;Haacht
v-clb-oever;CLB De Oever;clb;Leuven
v-osn-noord;Leersteuncentrum Noord;leersteuncentrum;Genk
v-naft-kade;De Kade;NAFT;Genk
v-jeugd-zonnedauw;Zonnedauw;jeugdhulp;Beringen
v-jeugd-kompas;Jeugdhulp Kompas;jeugdhulp;Leuven
v-jeugd-dender;Denderhuis;jeugdhulp;Aalst
v-ggz-merel;De Merel;GGZ;Genk
v-werk-spoor;Spoorslag;werk;Hasselt
v-werk-dijle;Dijlewerk;werk;Keerbergen
v-werk-schelde;Scheldewerk;werk;Mechelen
v-werk-zenne;Zennewerk;werk;Brussel
v-dag-atelier;Het Atelier;andere;Leopoldsburg
"""

AANBOD = """\
id;naam;themas;continuum;doelgroepen;wachttijd_weken;capaciteit;bezet;tot
v-o01;Time-out De Kade;2;voorkomen;leerling;3;20;12;
v-o02;Herstelcirkels;2;voorkomen;leerling;8;10;9;
v-o03;NAFT kort;2;voorkomen;leerling;9;;;
v-o04;Begeleiding op maat;2;voorkomen;leerling|leerkracht;;12;12;
v-o05;Terug naar school;2;heroriënteren;leerling;;;;
v-o06;Werkplekverkenning;2;toeleiden naar werk;leerling;;15;;
v-o07;Atelier op school;2;4;leerling;;;;
v-o08;Eerste stap naar werk;2;3;leerling;2;;;
v-o09;Groenploeg;2;alternatieve dagbesteding;leerling;;6;2;
v-o10;Dagatelier;2;alternatieve dagbesteding;leerling;1;;;
v-o11;Klasteamcoaching;1;voorkomen;school|leerkracht;;;;
v-o12;Opvang na uitval;1;heroriënteren;leerling;;;;
v-o13;Brugklas;1;heroriënteren;leerling;;8;3;2026-11-24
v-o14;Werk in Brussel;2;toeleiden naar werk;leerling;;;;
v-o15;Ouders aan zet;2;toeleiden naar werk;ouder;;;;
v-o16;Buddywerking;2;voorkomen;leerling;;0;;
v-o17;Scheldetraject;2;toeleiden naar werk;leerling;;;;
v-o18;Werkbus Hageland;2;toeleiden naar werk;leerling;;;;
v-o19;Onthaal Genk;alle;voorkomen;alle;;;;
v-o20;Terug in de klas;2;heroriënteren;leerling;;;;
"""

INVENTARISATIES = """\
id;regio;gemeenten;thema;stap;doelgroepen;volledig;datum
v-i1;limburg;alle;2;alternatieve dagbesteding;alle;ja;2026-09-15
v-i2;vlaams-brabant;Diest;2;toeleiden naar werk;leerling;ja;2024-11-23
v-i3;vlaams-brabant;Aarschot;2;toeleiden naar werk;leerling;ja;24/11/2024
v-i4;limburg;Beringen;2;toeleiden naar werk;leerling;nee;2026-06-01
v-i5;oost-vlaanderen;Aalst;1;heroriënteren;leerling;ja;2025-10
v-i6;antwerpen;Mechelen|Sint-Katelijne-Waver;2;toeleiden naar werk;ouder;ja;2026-03-02
v-i7;limburg;71022;2;toeleiden naar werk;ouder;ja;2026-05-05
"""

COORDINATOREN = """\
id;naam;rol;regio;tot
v-coord-ln-limburg;An Zandbank;lerend netwerk;limburg;
v-coord-sts-limburg;Bram Wilgenhof;samen tegen schooluitval;limburg;
v-coord-vroeger;Cis Hoekakker;lerend netwerk;limburg;2025
v-coord-ln-brabant;Dora Rietveld;lerend netwerk;vlaams-brabant;
"""

FORA = """\
id;naam;regio;frequentie
v-forum-noord;Overleg Schooluitval Noord-Limburg;limburg;elke maand
"""

RELATIES = """\
van;naar;relatie;stap;sinds;tot
v-clb-kruispunt;039305;begeleidt;;;
v-clb-kruispunt;127571;begeleidt;;;
v-clb-kruispunt;137381;begeleidt;;;
v-clb-kruispunt;039289;begeleidt;;;
v-clb-dijle;032847;begeleidt;;;
v-clb-dijle;041591;begeleidt;;;
v-clb-dijle;033341;begeleidt;;;
v-clb-oever;032839;begeleidt;;;
v-osn-noord;016683-bron137;ondersteunt;;;
v-osn-noord;016683-bron138;ondersteunt;;;
v-osn-noord;001883-bron139;ondersteunt;;;
v-osn-noord;001883-bron140;ondersteunt;;;
v-osn-noord;132291;ondersteunt;;;
v-osn-noord;016675;ondersteunt;;;
v-osn-noord;016667;ondersteunt;;;
v-clb-kruispunt;v-naft-kade;werkt samen met;;;
v-clb-dijle;v-jeugd-kompas;werkt samen met;;;
v-clb-dijle;v-clb-oever;werkt samen met;;;
v-osn-noord;v-clb-oever;werkt samen met;;;
032839;v-clb-dijle;werkt samen met;;;
032839;v-werk-dijle;werkt samen met;;;
032541;v-jeugd-kompas;werkt samen met;;;
033671;032541;werkt samen met;;;
122382;039305;werkt samen met;;;
122382;v-jeugd-kompas;werkt samen met;;2024-09-01;2026-11-24
039289;v-jeugd-zonnedauw;werkt samen met;;;
027946;v-jeugd-zonnedauw;werkt samen met;;;
039289;0216772927;werkt samen met;;;
039305;v-jeugd-kompas;verwijst naar;;;
v-clb-kruispunt;v-werk-spoor;verwijst naar;toeleiden naar werk;;
v-jeugd-kompas;126871;verwijst naar;;;
v-jeugd-kompas;126946;verwijst naar;;;
v-jeugd-kompas;137364;verwijst naar;;;
v-jeugd-kompas;122382;verwijst naar;;;
v-naft-kade;122382;verwijst naar;;;
033671;032541;verwijst naar;;;
001552;v-ggz-merel;verwijst naar;;;
v-naft-kade;v-o01;biedt;;;
v-jeugd-zonnedauw;v-o02;biedt;;;
v-naft-kade;v-o03;biedt;;;
v-jeugd-zonnedauw;v-o04;biedt;;;
v-jeugd-kompas;v-o05;biedt;;;
v-werk-spoor;v-o06;biedt;;;
039305;v-o07;biedt;;;
v-werk-dijle;v-o08;biedt;;;
0267393663;v-o09;biedt;;;
v-dag-atelier;v-o10;biedt;;;
v-osn-noord;v-o11;biedt;;;
v-clb-oever;v-o12;biedt;;;
v-jeugd-dender;v-o13;biedt;;;
v-werk-zenne;v-o14;biedt;;;
v-werk-dijle;v-o15;biedt;;;
v-jeugd-zonnedauw;v-o16;biedt;;;
v-werk-schelde;v-o17;biedt;;;
v-werk-dijle;v-o18;biedt;;;
v-ggz-merel;v-o19;biedt;;;
0212194230;v-o20;biedt;;;
v-o01;Houthalen-Helchteren;bereikt;;;
v-o02;Hechtel-Eksel;bereikt;;;
v-o03;nis:71037;bereikt;;;
v-o04;Lummen;bereikt;;;
v-o05;regio:vlaanderen;bereikt;;;
v-o06;Houthalen-Helchteren;bereikt;;;
v-o06;Hechtel-Eksel;bereikt;;;
v-o07;Houthalen-Helchteren;bereikt;;;
v-o08;Keerbergen;bereikt;;;
v-o09;Hechtel-Eksel;bereikt;;;
v-o09;Pelt;bereikt;;;
v-o10;Leopoldsburg;bereikt;;;
v-o11;Leopoldsburg;bereikt;;;
v-o12;Leopoldsburg;bereikt;;;
v-o13;Aalst;bereikt;;;
v-o14;regio:brussel;bereikt;;;
v-o15;Diest;bereikt;;;
v-o16;Lummen;bereikt;;;
v-o17;regio:antwerpen;bereikt;;;
v-o18;Aarschot;bereikt;;2026-11-25;
v-o19;Genk;bereikt;;;
v-o20;Hechtel-Eksel;bereikt;;;
v-coord-ln-limburg;v-forum-noord;neemt deel aan;;;
039289;v-forum-noord;neemt deel aan;;;
v-jeugd-zonnedauw;v-forum-noord;neemt deel aan;;;
v-jeugd-kompas;v-forum-noord;neemt deel aan;;;
0216772927;v-forum-noord;neemt deel aan;;;
v-coord-ln-limburg;v-naft-kade;contact met;;;
v-coord-ln-limburg;0267393663;contact met;;;
v-coord-sts-limburg;v-jeugd-zonnedauw;contact met;;;
v-coord-sts-limburg;039305;contact met;;;
v-coord-vroeger;v-werk-spoor;contact met;;;
v-coord-ln-brabant;v-clb-dijle;contact met;;;
v-coord-ln-brabant;032541;contact met;;;
v-coord-ln-brabant;v-ggz-merel;contact met;;;
"""

TABELLEN: Mapping[str, str] = {
    "organisaties": ORGANISATIES,
    "aanbod": AANBOD,
    "inventarisaties": INVENTARISATIES,
    "coordinatoren": COORDINATOREN,
    "fora": FORA,
    "relaties": RELATIES,
}
"""Importer → its table, in the order in which they go in."""


def write_tables(map_: Path) -> Mapping[str, Path]:
    """Write the tables as text files; importer → path."""
    paden = {naam: map_ / f"verzonnen-{naam}.csv" for naam in TABELLEN}
    for naam, pad in paden.items():
        pad.write_text(TABELLEN[naam], encoding="utf-8")
    return paden
