"""The heart of Legs Up: values and pure functions. No Qt, clock, file or logging here.

To read it in order: ``breath`` (patterns and phases), ``sequence`` with ``stages`` and ``postures`` (what a file says), ``plan``
and ``planning`` (a sequence for one person's choices), ``session`` (one run, as a value), ``machine`` (the whole table of status
and event), ``moves`` and ``course`` (what events and time do), ``stretch``, ``score`` and ``holding`` (the cues of a beat),
``outlook`` (what is to come), ``wish`` (a key as an event), ``record``. Apart from that: ``settings`` with ``setting_rules``; and
``body``, from the skeleton to the silhouette.
"""
