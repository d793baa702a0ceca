"""What the screening shows beside a practice: who says what is closed, a clinician's yes, and today's state."""
