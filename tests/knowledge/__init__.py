"""Tests of what is known of concepts."""
