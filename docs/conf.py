"""
Settings of the book. What the records decide is in `ncrefs.book`.
"""

from ncrefs import __version__
from ncrefs.book.trouble import check_epoch

check_epoch()

project = "ncrefs"
author = "The ncrefs authors"
copyright = "The ncrefs authors. Records and prose: CC BY 4.0; code: MIT"
version = release = __version__
language = "en"
root_doc = "index"

extensions = [
    "myst_parser",
    "ncrefs.book",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
]
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [
    # The standard library, whose inventory would need the network, and type variables.
    ("py:.*", r"(collections|datetime|pathlib|typing)\..*|Path|optional"),
    ("py:class", r"(ncrefs\.((catalog|collection)\.)?)?([DKT]|T_co)"),
]
suppress_warnings = ["myst.header"]  # an entry's headings start where its page needs them

myst_enable_extensions = ["colon_fence", "deflist"]

html_title = "Why has North Korea never had a successful military coup?"
html_short_title = "ncrefs"
html_theme = "sphinx_book_theme"
html_theme_options = {
    "home_page_in_toc": False,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "show_toc_level": 1,
    "navbar_persistent": [],  # the sidebar has the search field
    "article_header_start": ["toggle-primary-sidebar.html", "breadcrumbs.html"],
    "article_footer_items": ["page-links.html"],
    "primary_sidebar_end": [],
}
html_sidebars = {"**": ["logo.html", "search-box.html", "sidebar.html"]}
html_copy_source = False  # the pages are generated; the records are the source
html_show_sourcelink = False
html_last_updated_fmt = None  # same input, same bytes

epub_title = html_title
epub_author = epub_publisher = author
epub_contributor = author
epub_description = "What is known of coups and plots in North Korea, how well, and from whom"
epub_copyright = copyright
epub_language = "en"
# An identifier that differs from the uid is an error to epubcheck.
epub_uid = epub_identifier = f"ncrefs-{version}"
epub_scheme = "URN"
epub_show_urls = "no"  # the bibliography has them
epub_tocdepth = 3  # parts, chapters, and their sections or records
epub_tocdup = False
epub_tocscope = "includehidden"  # the toctrees are hidden: pages show lists of their own
epub_use_index = False  # readers search, and the index of names is a chapter
epub_cover_word = "coup-d-etat"

# For TeX; docs/using/build.md says what to install. Latin is set in Sphinx's own choice,
# FreeSerif, which has Cyrillic and Armenian too.
latex_engine = "xelatex"
latex_documents = [(root_doc, "ncrefs.tex", html_title, author, "manual")]
latex_domain_indices = latex_use_xindy = False  # the book has an index of its own
latex_elements = {
    "papersize": "a4paper",
    "extraclassoptions": "openany,oneside",
    "fncychap": "",
    "makeindex": "",
    "printindex": "",
    # Of the packages for Korean, this one keeps the spaces between words. Quotation marks,
    # the middle dot and the ellipsis are left to the Latin font.
    "extrapackages": r"""
\usepackage{kotex}
\setmainhangulfont{Noto Serif CJK KR}
\setmainhanjafont{Noto Serif CJK KR}
\setsanshangulfont{Noto Sans CJK KR}
\setsanshanjafont{Noto Sans CJK KR}
\setmonohangulfont{Noto Sans Mono CJK KR}
\setmonohanjafont{Noto Sans Mono CJK KR}
\XeTeXcharclass"2018=0 \XeTeXcharclass"2019=0 \XeTeXcharclass"201C=0 \XeTeXcharclass"201D=0
\XeTeXcharclass"00B7=0 \XeTeXcharclass"2026=0
""",
    "sphinxsetup": "hmargin=27mm, vmargin=28mm",
}
today = f"Version {release}"  # no clock

autodoc_member_order = "bysource"
autodoc_typehints = "description"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
