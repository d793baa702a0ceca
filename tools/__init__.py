"""What the project is made with: generators of docs, pictures, icons and clips, the repository's rules, dev.py's verbs."""

from pathlib import Path

#: The checkout.
ROOT = Path(__file__).resolve().parent.parent
