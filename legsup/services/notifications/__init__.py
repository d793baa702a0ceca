"""Notifications with buttons, straight over the desktop's bus (Linux): Qt's own have none, and real daemons refuse QtDBus."""
