"""A line of news for every rule: what `explain` shows, and what the tests run.

The notation: the words that a rule reads stand in brackets; behind `->` stands what it makes of them.
Rules that are functions have their line as docstring.
"""

from collections.abc import Mapping

from lagebild.understanding import hedges, times

_LINES = {
    # mentions
    "name_by_network": "[Lena Brandstätter] kam zu spät.",
    "seat_for_government": "[Warschau] forderte Verhandlungen mit Minsk.",
    "name_in_knowledge": "Die [Arabische Liga] tagt im Mai.",
    "class_noun_before_name": "Das [Atomkraftwerk Cattenom] ging vom Netz.",
    "adjective_of_country": "Die [polnischen] Bauern protestierten.",
    "first_part_of_compound": "An der [Ostsee]-Küste gab es Sturm.",
    "noun_for_persons_or_bodies": "Die [Polizei] sperrte die Straße.",
    "noun_that_speaks": "Der [Entwurf] fordert, dass die Straße gesperrt wird.",
    "pronoun": "Der Minister Karl Sandweg kam an. Dann ging [er] wieder.",
    "first_person_in_quotation": "„[Ich] komme wieder“, sagte Karl Sandweg.",
    "second_person_in_quotation": "Karl Sandweg sagte zu Lena Brandstätter: „Ich danke [Ihnen].“",
    "place_in_dateline": "[Berlin] (dpa) - Die Straße bleibt gesperrt.",
    "agency_in_dateline": "Berlin ([dpa]) - Die Straße bleibt gesperrt.",
    # quotations
    "cue_after_quotation": "„Wir haben das Haus verkauft“, [sagte] Karl Sandweg.",
    "cue_before_quotation": "Der Minister [sagte]: „Wir haben das Haus verkauft.“",
    "cue_before_colon": "Der Minister [sagte] am Montag:\n„Das Haus ist verkauft. Wir haben kein Geld mehr.“",
    "called_so": "Die Partei [feierte] das Urteil als „Sieg der alten Vernunft“.",
    "speaker_before_colon": "[Der Minister am Montag]: „Wir haben das Haus verkauft.“",
    "words_between_marks": "Nach Angaben der Polizei war das Haus [„völlig leer“] und kalt.",
    "marks_alone": "Der Minister Karl Sandweg kam spät. [„Wir haben das Haus verkauft.“]",
    "speaker_goes_on": "„Das Haus ist verkauft“, sagte Karl Sandweg. [„Wir haben kein Geld mehr.“]",
    "clause_under_cue": "Der Minister [sagte], das Haus sei verkauft.",
    "dass_clause": "Der Minister [sagte], dass das Haus verkauft wurde.",
    "infinitive_under_cue": "Der Minister [versprach], das Haus zu verkaufen.",
    "cue_in_parenthesis": "Der Brand, [sagte] der Minister, sei gelöscht.",
    "adverb_referring_back": "Der Prüfer legte einen Bericht vor. [Demnach] brach eine Achse des Zuges.",
    "konjunktiv_runs_on": "Der Minister sagte, das Haus sei verkauft. Das Geld [fließe] in die Schule.",
    "noun_under_cue": "Der Minister [forderte] den Verkauf des Hauses.",
    "this_refers_back": "Die Fähre fährt nicht mehr. Dies [teilte] die Reederei mit.",
    "clause_behind_noun": "Das Ministerium [wies] den Vorwurf zurück, Akten vernichtet zu haben.",
    "source_in_laut_phrase": "[Laut] Polizei brannte das Haus aus.",
    "source_in_zufolge_phrase": "Der Polizei [zufolge] brannte das Haus aus.",
    "source_in_nach_angaben_phrase": "[Nach] Angaben der Polizei brannte das Haus aus.",
    "source_after_so": "Das Haus sei ausgebrannt, [so] die Polizei.",
    "source_in_wie_clause": "Wie die Polizei [mitteilte], brannte das Haus aus.",
    "source_in_aus_kreisen_phrase": "[Aus] Kreisen der Regierung verlautete nichts.",
    # events
    "verb_of_event": "Die Soldaten [verließen] das Dorf.",
    "state_of_event": "Die Straße ist [frei].",
    "noun_of_event": "Die [Lieferung] der Waffen an Kiew verzögert sich.",
    "idiom_of_event": "Die Opposition übte [Kritik] an dem Plan.",
    # claims
    "plain_assertion": "Die Soldaten [verließen] das Dorf. -> certain",
    "attribute": "Die [mögliche] Lieferung der Waffen beschäftigt den Bundestag. -> possible",
    "cue_to_say": "Die Polizei [bestätigte] nicht, dass der Zeuge verschwunden ist. -> unknown",
    "cue_to_believe": "Die Polizei [vermutet], dass der Fahrer eingeschlafen war. -> probable",
    "cue_to_promise": "Der Minister [versprach], die Schule zu bauen. -> probable",
    "cue_to_threaten": "Der General [drohte], die Brücke zu sprengen. -> probable",
    "cue_to_deny": "Der Minister [bestritt], das Geld genommen zu haben. -> negative",
    "cue_to_demand": "Die Gewerkschaft [forderte], die Löhne zu erhöhen. -> unknown",
    "cue_to_possible": "Die Kammer [hält] es für möglich, dass der Vertrag platzt. -> possible",
    "cue_to_likely": "Die Kammer [hält] es für wahrscheinlich, dass der Vertrag platzt. -> probable",
    "cue_to_unlikely": "Die Kammer [hält] es für unwahrscheinlich, dass der Vertrag platzt. -> negative",
    "cue_to_exclude": "Die Kammer [hält] es für ausgeschlossen, dass der Vertrag platzt. -> negative",
    "cue_to_ask": "Der Richter [fragte], ob der Zeuge das Auto gesehen habe. -> unknown",
    "governed_by_plan": "Der Vertrag [sieht] vor, dass die Werft schließt. -> probable",
    "governed_by_open": "Es ist [unklar], ob der Minister zurücktritt. -> unknown",
    "governed_by_possible": "Es ist [möglich], dass der Minister zurücktritt. -> possible",
    "governed_by_exclude": "Es ist [ausgeschlossen], dass der Minister zurücktritt. -> negative",
    "governed_by_likely": "Es ist [wahrscheinlich], dass der Minister zurücktritt. -> probable",
    "governed_by_try": "Die Retter [versuchten], den Schacht zu öffnen. -> unknown",
    "governed_by_prevent": "Der Wächter [verhinderte], dass der Täter entkam. -> negative",
    "governed_by_threaten": "Die Mauer [droht] einzustürzen. -> possible",
    # transfers
    "transfer_by_supply": "Polen [lieferte] der Ukraine Munition. -> delivered",
    "transfer_by_give": "Polen [gab] der Ukraine Munition. -> delivered",
    "transfer_by_acquire": "Polen [kaufte] von Südkorea Panzer. -> delivered",
    "transfer_by_receive": "Polen [erhielt] von Südkorea Panzer. -> delivered",
    "transfer_by_promise": "Polen [versprach] der Ukraine Munition. -> promised",
    "transfer_by_demand": "Die Ukraine [forderte] von Polen Munition. -> demanded",
    # geography
    "distance_and_direction": "Potsdam liegt [rund 27 Kilometer südwestlich von Berlin]. -> agrees",
    "direction_from_place": "In Potsdam [südwestlich von Berlin] brannte ein Lager. -> agrees",
    "distance_from_place": "Die Stadt Lübeck ist [60 Kilometer von Hamburg entfernt]. -> agrees",
    "distance_from_to": "[Von Hamburg sind es 60 Kilometer bis nach Lübeck]. -> agrees",
    "near_place": "In Potsdam [nahe Berlin] brannte ein Lager. -> unclear",
    "distance_to_border": "Die Stadt Lwiw liegt [rund 60 Kilometer von der Grenze zu Polen] entfernt. -> agrees",
    "at_border": "In Görlitz [an der Grenze zu Polen] brannte ein Lager. -> agrees",
    "distance_to_coast": "Die Stadt Nottingham liegt [80 Kilometer von der Küste Großbritanniens] entfernt. -> agrees",
    "on_coast": "In Tallinn [an der Küste Estlands] brannte ein Lager. -> agrees",
    "bordering": "Polen [grenzt an die Ukraine].",
    "distance_from_last_place": "In Wien und im [55 Kilometer entfernten Bratislava] gab es Proteste.",
    "distance_apart": "[Zwischen Wien und Bratislava liegen 55 Kilometer].",
    "between_places": "In Karlsruhe [zwischen Mannheim und Basel] brannte ein Lager. -> agrees",
    "in_part_of_land": "In Kiel [im Norden Deutschlands] brannte ein Lager. -> agrees",
    "on_water": "Tallinn liegt [an der Ostsee]. -> agrees",
    "in_land": "Tallinn liegt [in Estland]. -> agrees",
    "land_in_brackets": "In Tartu ([Estland]) brannte ein Lager. -> agrees",
    "adjective_of_land": "In der [estnischen Stadt] Tartu brannte ein Lager. -> agrees",
    "land_set_beside": "In Tartu, [einer estnischen Stadt], brannte ein Lager. -> agrees",
    # relations
    "role_names_body": "Die [französische Präsidentin] Claire Dubois kehrte nach Frankreich zurück.",
    "verb_of_belonging": "Der Minister [gehört] der Kommission an.",
}

EXAMPLES: Mapping[str, str] = {rule.__name__: rule.__doc__ or "" for rule in (*times.RULES, *hedges.RULES)} | _LINES
