"""Bytes -> text -> values that know their place; dates, words, sentences.

In the order in which they may import from each other:

    decoding       bytes of a file -> text
    spans          where something stands in a file that an editor typed
    typed_lines    the line at which a YAML parser stopped, taken apart as it was typed
    yaml_slips     where the parser stopped -> the slip of the hand that stopped it
    located_yaml   YAML text -> plain values that know their line and column
    yaml_text      values -> YAML as an editor would type it
    dates          EDTF dates, ordered, as precise as they are known
    machine_dates  dates as the formats of other programs write them
    words          how text is compared: folding, words, the numbers in digits and words
    markup         Markdown bodies -> sentences bound to citations, and safe HTML
"""
