"""Timeline -> the pictures that are shown where a page is shared.

In the order in which they may import from each other:

    cards      Timeline -> what the cards say: one for the site, each event and each race
    lettering  the words of a picture: set in the serif of the cards, kerned, in lines
    scenery    what lies behind the words of a card: the strait, a bridge
    sheet      a scene on which words are written -> the bytes of a PNG
    drawing    a card -> its picture
"""
