"""Timeline -> the pictures that are shown where a page is shared.

In the order in which they may import from each other:

    lettering  the words of a picture: set in the serif of the cards, kerned, in lines
    scenery    what lies behind the words of a card: the strait, a bridge
    cards      Timeline -> the pictures that are shown where a page is shared
"""
