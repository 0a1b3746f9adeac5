"""sitegen: a folder of news articles → digests a reader can check → a searchable static site."""

__version__ = "0.1.0"
