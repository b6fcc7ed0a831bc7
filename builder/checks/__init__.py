"""Timeline -> what breaks a promise.

In the order in which they may import from each other:

    evidence     what the articles hold: quotations, numbers, shared runs of words
    references   promises about ids and the names by which things refer to each other
    dates        promises about dates: real, in order, resting on something
    seals        promises about records, fingerprints and the documents behind them
    quotations   promises about quotations: in their passage, never put in a mouth
    drafts       a promise about drafts: nothing of the scaffold is left in them
    sentences    promises about sentences: bound to citations that hold their numbers
    figures      promises about figures: used by the prose, never contradicted in silence
    reference    promises about the reference layer: used works, right sums
    copying      promises about whose words we print, and that nothing is left out
    corrections  promises about corrections, and about addresses that moved
    all_checks   all promises in one tuple, and the function that runs them
"""
