"""Digests → Site → Pages: the half that knows nothing of how a quotation was found."""
