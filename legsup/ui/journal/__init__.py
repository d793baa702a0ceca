"""What the journal is seen in: week, month, list, charts and one record, painted by us in the colours that are worn."""
