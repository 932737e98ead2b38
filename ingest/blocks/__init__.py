"""From elements to blocks: headings and their sections, paragraphs, whole tables."""
