"""Screening: what each answer about a person's body opens, asks for first or closes, and for how long that stands.

Answers about health live in memory while they are given; the outcome alone is kept.
"""
