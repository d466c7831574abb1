"""
Files that nobody would write, thousands of them: what `ncrefs check` makes of each.
"""
