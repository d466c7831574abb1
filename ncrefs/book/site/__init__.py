"""
What a web site has beside its text: the frame of a page, its head, search, data, downloads.
"""

#: Builders whose output is a web site.
BUILDERS = ("html", "dirhtml")
