"""Readers: a file of any format becomes pages and elements (text blocks and tables) in order."""
