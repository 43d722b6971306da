"""An invented region on real municipalities, written as plain input files."""

from netwerkkaart.demo.maak import DemoBestanden as DemoBestanden
from netwerkkaart.demo.maak import generate_demo as generate_demo
from netwerkkaart.demo.schrijven import DemoBestand as DemoBestand
