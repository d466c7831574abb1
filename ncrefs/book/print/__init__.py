"""
The book's other forms: what paper needs, and the builders of PDF, LaTeX and EPUB.
"""
