"""Running text: blocks, outline, fields, headings, and what is stated under them."""
