"""The campaign: what broken disks, other people's files and crowded desktops do, tried by the thousand."""
