"""What the public's words say of threat, harm and risk: text to flags, with the words that raised them."""
