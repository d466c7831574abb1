"""
Files that are only checked for their types.
"""
