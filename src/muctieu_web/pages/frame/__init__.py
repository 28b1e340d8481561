"""What all pages share: the frame around them, words in two languages, headers, who comes in, and how faults are told."""
