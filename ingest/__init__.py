"""Reads documents into pages, blocks, items and passages, and indexes them."""
