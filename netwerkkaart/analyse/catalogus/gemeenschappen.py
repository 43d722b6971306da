"""Groups that practice makes, beside those on the map."""

from netwerkkaart.analyse.catalogus.basis import ONGEKEND, PER, Analyse

PLAATS = 35
_TOEVAL = "Kijk naar de stabiliteit: ver onder 1 liggen de grenzen niet vast, en zegt één organisatie weinig."
ANALYSES = (
    Analyse(
        "gemeenschappen",
        "Welke groepen vormen de banden zelf, los van regio en sector?",
        "Een gemeenschap is een groep organisaties met veel banden onderling en weinig naar buiten, gezocht "
        "met de methode van Leiden. Daarnaast staat hoe goed die groepen overeenkomen met de regio's, de "
        "gemeenten en de sectoren.",
        f"{ONGEKEND} {_TOEVAL}",
        "netwerkkaart analyse gemeenschappen --figuur",
        "gemeenschappen",
        "gemeenschappen",
        kern=("nummer", "organisaties", "regio", "regio_aandeel", "sector", "gemeente", "banden_buiten"),
        sleutel=("nummer",),
        tekening="gemeenschappen_tekening.draw_gemeenschappen",
        versie="2",
    ),
    Analyse(
        "hoort-elders",
        "Waar wijkt de praktijk af van de kaart?",
        "Organisaties die door hun banden bij een andere streek horen dan waar ze liggen. Per regio: hun "
        "gemeenschap ligt vooral in een andere regio. Per gemeente: de andere organisaties van hun gemeente "
        "zitten vooral in een andere gemeenschap. De ronden zeggen hoe vast dat ligt.",
        f"{ONGEKEND} {_TOEVAL}",
        "netwerkkaart analyse hoort-elders --regio limburg --per gemeente",
        "gemeenschappen_elders",
        "hoort_elders",
        kern=("naam", "gemeente", "hoort_bij", "banden_daar", "banden_thuis", "ronden"),
        opties=(PER,),
        versie="2",
    ),
)
