"""
The tests of ncrefs.
"""
