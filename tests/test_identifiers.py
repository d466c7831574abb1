import re
from collections.abc import Callable

import pytest

from ncrefs.identifiers import doi, isbn, language, web_address
from ncrefs.ids import wrong_id, wrong_key


class TestNormalForms:
    """
    Tests for what the functions give back.
    """

    @pytest.mark.parametrize(
        ("read", "text", "normal"),
        [
            (web_address, "https://example.org", "https://example.org"),
            (web_address, "http://a-b.example.org:8080/x_(y)?z=1,2#w", ""),
            (web_address, "https://web.archive.org/web/2010/http://example.org/", ""),
            (web_address, "https://mises.org./x", ""),
            (web_address, "https://192.0.2.255/100%25", ""),
            (web_address, "https://4chan.example2.org/a_b.c#d", ""),
            (web_address, "https://한국.kr/소식", ""),
            (doi, "10.1525/as.2005.45.2.1", "10.1525/as.2005.45.2.1"),
            (doi, "https://doi.org/10.1525/as.2005", "10.1525/as.2005"),
            (doi, "http://dx.doi.org/10.1525/as.2005", "10.1525/as.2005"),
            (doi, "doi: 10.1000.10/123", "10.1000.10/123"),
            (isbn, "978-0-231-14000-3", "9780231140003"),
            (isbn, "0985648007", "0985648007"),
            (isbn, "0-8044-2957-x", "080442957X"),
            (language, "ko", "ko"),
            (language, "zh-Hant", "zh-Hant"),
            (language, "pt-BR", "pt-BR"),
            (language, "sr-Latn-RS", "sr-Latn-RS"),
        ],
    )
    def test_normal(self, read: Callable[[str], str], text: str, normal: str) -> None:
        """
        What is right is given back in its normal form.
        """
        assert (normal or text) == read(text)

    @pytest.mark.parametrize(
        ("read", "text"),
        [
            *(
                (web_address, text)
                for text in (
                    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/x",
                    "ftp://host.org/", "www.example.org/x", "https://", "https:///x", "https://x",
                    "https://u:p@host.org/", "https://a.org b", "https://a.org/{x}", "",
                    "\\url{https://a.org}", "https://a.org, https://b.org", "https://[x",
                    "https://a.org/x,http://b.org", "https://a.org:99999/", "HTTPS://a.org",
                    "https://a.org/<b>", 'https://a.org/"x', "https://.org/", "mailto:a@b.org",
                    "https://a.org/[x]", "https://a.org/%zz", "https://a.org/100%",
                    "https://a.org/#a#b", "https://-a.org/", "https://a-.org/", "https://a..b/",
                    "https://1.2/", "https://1.2.3.256/", "https://0x7f.1/", "https://[::1]/",
                )
            ),
            *((doi, text) for text in ("javascript:x", "10.1/x", "10.1525", "", "10.1525/a b")),
            *((isbn, text) for text in ("978-0-231-14000-4", "0985648008", "123", "", "a" * 13)),
            *((language, text) for text in ("korean", "KO", "xx", "", "ko_KR", "ko-kr", "k!")),
        ],
    )  # fmt: skip
    def test_wrong(self, read: Callable[[str], str], text: str) -> None:
        """
        What is wrong is quoted, with what to write instead.
        """
        with pytest.raises(ValueError, match=re.escape(f'"{text}"')) as info:
            read(text)

        assert "; " in str(info.value)


class TestIds:
    """
    Tests for ids and keys.
    """

    @pytest.mark.parametrize("text", ["pak-hun", "c001", "1956", "a" * 80, "concord", "com10"])
    def test_id(self, text: str) -> None:
        """
        Lower-case words are ids.
        """
        assert not wrong_id(text)

    @pytest.mark.parametrize(
        "text",
        ["index", "genindex", "search", "people", "glossary", "grade-alleged", "con", "nul", "aux",
         "prn", "com1", "lpt9", "a" * 81, "Pak", "a_b", "a--b", "", "박", "a\n"],
    )  # fmt: skip
    def test_no_id(self, text: str) -> None:
        """
        Names of the book itself and of devices, long and odd ones are no ids.
        """
        assert wrong_id(text)

    @pytest.mark.parametrize("text", ["Lee2001a", "a.b+c_d-e", "1956"])
    def test_key(self, text: str) -> None:
        """
        Letters, digits and a few signs between are keys.
        """
        assert not wrong_key(text)

    @pytest.mark.parametrize(
        "text",
        ["../x", "a/b", "..", "a..b", "a.", ".a", "DBLP:conf/x", '"><svg/onload=x>', "a b",
         "Index", "CON", "nul.x", "a" * 81, "-a", "é"],
    )  # fmt: skip
    def test_no_key(self, text: str) -> None:
        """
        What could leave its folder, or is no file's name or anchor, is no key.
        """
        assert wrong_key(text)
