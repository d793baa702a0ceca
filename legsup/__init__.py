"""Legs Up: a companion for a restful work break, legs up the wall and eyes closed."""

__version__ = "0.1.0"

#: The one application id: desktop entry, metainfo, icon, window class, D-Bus and Flatpak all use it.
APPLICATION_ID = "app.legsup.LegsUp"
