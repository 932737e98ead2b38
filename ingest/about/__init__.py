"""What a document says of itself: its title and dates, and which are one work."""
