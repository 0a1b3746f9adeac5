"""The commands, one a module; ``sitegen.cli`` puts them together."""
