"""Municipalities, postcodes, mergers, regions, coordinates and outlines of Flanders and Brussels."""

from netwerkkaart.gebied.gegevens import Deelgemeente as Deelgemeente
from netwerkkaart.gebied.gegevens import Fusie as Fusie
from netwerkkaart.gebied.gegevens import Gemeente as Gemeente
from netwerkkaart.gebied.gegevens import fusies as fusies
from netwerkkaart.gebied.gegevens import gemeenten as gemeenten
from netwerkkaart.gebied.gegevens import plaats as plaats
from netwerkkaart.gebied.gegevens import regio_naam as regio_naam
from netwerkkaart.gebied.gegevens import regio_van as regio_van
from netwerkkaart.gebied.omtrekken import Omtrekken as Omtrekken
from netwerkkaart.gebied.omtrekken import load_omtrekken as load_omtrekken
from netwerkkaart.gebied.omtrekken import omtrekken as omtrekken
from netwerkkaart.gebied.omtrekken import omtrekken_bron as omtrekken_bron
from netwerkkaart.gebied.omtrekken import project as project
from netwerkkaart.gebied.omtrekken import save_omtrekken as save_omtrekken
from netwerkkaart.gebied.zoek import Gevonden as Gevonden
from netwerkkaart.gebied.zoek import find_gemeente as find_gemeente
from netwerkkaart.schema.vocabularia import REGIOS as REGIOS
