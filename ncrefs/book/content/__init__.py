"""
Records and sources -> docutils nodes.
"""
