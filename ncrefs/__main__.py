"""
`python -m ncrefs`.
"""

import sys

from ncrefs.cli import main

sys.exit(main())
