"""
The records as a static API beside the pages: files that any host serves, with permanent paths.
"""
