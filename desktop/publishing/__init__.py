"""Drafting, rules, approval, scheduling, holds, and sending exactly once."""
