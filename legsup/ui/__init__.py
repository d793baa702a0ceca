"""What is shown: windows, pages, figure and tray. Views derive from the session and hold no mode of their own."""
