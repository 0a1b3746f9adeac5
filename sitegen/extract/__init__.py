"""Article → annotations: one extractor a file; none imports a sibling, what they share lies below them."""
