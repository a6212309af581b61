"""Batches that are killed, or find the disk full, at random moments, and have to end as if nothing had happened."""
