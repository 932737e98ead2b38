"""What of a web page is its document: its root without navigation, scripts and hidden parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from ingest.readers.words import creation_date, tidy

_NEVER = frozenset({
    "script", "style", "noscript", "template", "head", "nav", "svg", "iframe", "object",
    "embed", "video", "audio", "canvas", "map", "select", "input", "textarea", "datalist",
    "progress", "meter", "dialog", "rp", "rt",
})  # fmt: skip
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "doc-backlink",
})  # fmt: skip
_FURNITURE = frozenset({
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "footer", "site-header",
    "site-footer", "page-footer", "cookie-banner", "cookies", "skip-link", "skiplink",
    "skip-to-content",
})  # fmt: skip
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s-])(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|footnote-backref)(?:\s|$)"
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SECTIONING = frozenset({"main", "article", "section", "aside"})
_CONTENT = ".//main | .//article | .//table | .//h1 | .//h2"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}?|\?xml[^>]{0,80}?)(?:charset|encoding)\s*=\s*[\"']?([\w:.-]+)", re.I
)
_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "l1"})
_AUTHORS = (
    "author",
    "dcterms.creator",
    "dc.creator",
    "article:author",
    "dcterms.publisher",
    "dc.publisher",
    "og:site_name",
)
_DATES = (
    "dcterms.issued", "dc.date.issued", "article:published_time", "dcterms.date", "dc.date", "date",
    "dcterms.created", "datepublished", "article:modified_time", "dcterms.modified",
    "last-modified",
)  # fmt: skip


def decoded(data: bytes) -> str:
    """Give a page's text: by its byte order mark, its own word for it, UTF-8 or Windows-1252."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").lstrip("\ufeff")
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii").lower() if said else "utf-8"
    for encoding in ("cp1252" if name in _LATIN else name, "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def parsed(markup: str) -> Element:
    """Give the tree of a page, or None where there is nothing in it; nothing is fetched or run."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    bare = re.sub(r"[\x00-\x08\x0b\x0e-\x1f]|^\s*<\?xml[^>]*\?>", "", markup)
    try:
        return etree.fromstring(bare.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        return None


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a page that is read; `folds` are the ids of what a reader can unfold."""

    root: Element
    folds: frozenset[str]

    def leaves_out(self, element: Element) -> bool:
        """Whether an element is furniture of the site, hidden, or a control."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _NEVER:
            return True
        role = element.get("role", "").lower()
        if role in _ROLES or self._hidden(element):
            return True
        if tag == "button":
            return element.getparent() is None or element.getparent().tag not in _HEADINGS
        if tag == "sup":
            return _is_reference(element)
        names = {*element.get("class", "").lower().split(), element.get("id", "").lower()}
        if tag in ("header", "footer", "aside"):
            furniture = not any(a.tag in _SECTIONING for a in element.iterancestors())
        else:
            furniture = tag == "form" or bool(names & _FURNITURE)
        return furniture and not element.xpath(_CONTENT)

    def _hidden(self, element: Element) -> bool:
        if _UNSEEN_CLASS.search(element.get("class", "").lower()):
            return True
        hidden = (
            ("hidden" in element.attrib and element.get("hidden") != "until-found")
            or element.get("aria-hidden") == "true"
            or _UNSEEN_STYLE.search(element.get("style", ""))
        )
        return bool(hidden) and element.get("id", "") not in self.folds


def scope_of(tree: Element) -> Scope:
    """Choose the part of a page to read: its `main` where that holds text, else its body."""
    ids = " ".join(tree.xpath("//@aria-controls")).split()
    bodies = tree.xpath("//body")
    body = bodies[0] if bodies else tree
    mains = [m for m in tree.xpath("//main | //*[@role='main']") if _length(m) > 0]
    if len(mains) == 1 and (_length(mains[0]) >= 200 or 2 * _length(mains[0]) > _length(body)):
        return Scope(mains[0], frozenset(ids))
    return Scope(body, frozenset(ids))


def title_above(tree: Element, scope: Scope) -> str:
    """Give the page's only main heading where it stands outside the part that is read."""
    heads = tree.xpath("//h1")
    inside = len(heads) == 1 and scope.root in heads[0].iterancestors()
    return (
        tidy("".join(heads[0].itertext())).replace("\n", " ")
        if len(heads) == 1 and not inside
        else ""
    )


def described(tree: Element) -> dict[str, str]:
    """Give title, author and creation date as a page's head has them."""
    said: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        said.setdefault(name.lower(), tidy(meta.get("content")).strip())
    found = {
        "title": _title(tree) or said.get("og:title", ""),
        "author": next((said[n] for n in _AUTHORS if said.get(n)), ""),
        "company": _site(tree),
        "creationdate": next((d for n in _DATES if (d := creation_date(said.get(n, "")))), ""),
    }
    return {key: value for key, value in found.items() if value}


def _site(tree: Element) -> str:
    """Give the name of the site: behind a bar in the title, or at the head of the page."""
    titles = tree.xpath("//head/title")
    title = tidy("".join(titles[0].itertext())).replace("\n", " ") if titles else ""
    behind = re.split(r"\s[|–—-]\s", title)[1:]
    heads = tree.xpath("//body//header")
    head = tidy(" ".join(heads[0].itertext())) if heads else ""
    return " | ".join(part for part in (*reversed(behind), head.split("\n")[0]) if part)


def _title(tree: Element) -> str:
    """Give the title without the name of the site after it, where a heading shows which that is."""
    titles = tree.xpath("//head/title | //title[not(ancestor::svg)]")
    title = tidy("".join(titles[0].itertext())).replace("\n", " ") if titles else ""
    for heading in tree.xpath("//h1"):
        text = tidy("".join(heading.itertext())).replace("\n", " ")
        if len(text) > 5 and title.startswith(text):
            return text
    head = tidy(" ".join("".join(h.itertext()) for h in tree.xpath("//body//header")))
    own = [part for part in title.split(" | ") if part not in head]
    return " | ".join(own) or title


def _is_reference(element: Element) -> bool:
    """Whether a raised mark only leads to a note: its words are no part of the sentence."""
    links = element.findall("a")
    return len(links) == 1 and links[0].get("href", "").startswith("#")


def _length(element: Element) -> int:
    return len(
        "".join(element.xpath(".//text()[not(ancestor::script or ancestor::style)]")).strip()
    )
