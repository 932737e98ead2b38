"""Every string of the chat's interface, in English and in Welsh.

What the documents and the assistant say is not translated: it is shown as it is.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "cy"]
LANGUAGES: dict[Language, str] = {"en": "English", "cy": "Cymraeg"}

_STRINGS: dict[str, tuple[str, str]] = {
    # key: (English, Welsh)
    "product": ("Chapter & Verse", "Chapter & Verse"),
    "promise": (
        "Ask your documents. Every answer shows the page it comes from.",
        "Holwch eich dogfennau. Mae pob ateb yn dangos y dudalen y daw ohoni.",
    ),
    "language": ("Language", "Iaith"),
    "page_chat": ("Chat", "Sgwrs"),
    "page_register": ("Register", "Cofrestr"),
    "new_chat": ("New chat", "Sgwrs newydd"),
    "ask": ("Ask about your documents", "Gofynnwch am eich dogfennau"),
    "filter": ("Answer from", "Ateb o"),
    "filter_all": ("All documents", "Pob dogfen"),
    "filter_note": (
        "Questions are answered from these documents only.",
        "Caiff cwestiynau eu hateb o'r dogfennau hyn yn unig.",
    ),
    "limited_to": ("Only from: {documents}", "Dim ond o: {documents}"),
    "local": (
        "Runs on this machine. Nothing you ask leaves it.",
        "Mae'n rhedeg ar y peiriant hwn. Nid oes dim a ofynnwch yn ei adael.",
    ),
    "try": ("You could ask", "Gallech ofyn"),
    "working": ("Looking it up…", "Wrthi'n chwilio…"),
    "opening": ("Opening the documents…", "Wrthi'n agor y dogfennau…"),
    "understood": ("Understood as: {question}", "Deallwyd fel: {question}"),
    "as_of": ("As at {date}", "Fel yr oedd: {date}"),
    "status_corrected": (
        "The documents say otherwise",
        "Mae'r dogfennau'n dweud yn wahanol",
    ),
    "status_blank": (
        "Listed, but this field is left empty in the document",
        "Mae wedi'i restru, ond gadawyd y maes hwn yn wag yn y ddogfen",
    ),
    "status_ambiguous": (
        "More than one entry matches: all are shown",
        "Mae mwy nag un cofnod yn cyfateb: dangosir pob un",
    ),
    "status_no_such_item": (
        "No item has that identifier",
        "Nid oes eitem â'r dynodwr hwnnw",
    ),
    "status_not_found": ("The documents don't say", "Nid yw'r dogfennau'n dweud"),
    "failed": (
        "This question could not be answered. Please ask it again.",
        "Ni ellid ateb y cwestiwn hwn. Gofynnwch ef eto.",
    ),
    "problem_empty": (
        "Please type a question.",
        "Teipiwch gwestiwn, os gwelwch yn dda.",
    ),
    "problem_no_words": (
        "There are no words or numbers in that. Please ask in a few words.",
        "Nid oes geiriau na rhifau yn hwnnw. Gofynnwch mewn ychydig eiriau.",
    ),
    "problem_too_long": (
        "That is too long for a question: at most {longest} characters, please.",
        "Mae hwnnw'n rhy hir i gwestiwn: {longest} nod ar y mwyaf, os gwelwch yn dda.",
    ),
    "page": ("page {page}", "tudalen {page}"),
    "page_printed": ("page {page} (printed {label})", "tudalen {page} (argraffwyd {label})"),
    "open_page": ("Open page {page}", "Agor tudalen {page}"),
    "column_id": ("Item", "Eitem"),
    "column_text": ("Text", "Testun"),
    "column_source": ("Source", "Ffynhonnell"),
    "column_document": ("Document", "Dogfen"),
    "column_section": ("Section", "Adran"),
    "column_page": ("Page", "Tudalen"),
    "column_quote": ("Quote", "Dyfyniad"),
    "download_csv": ("Download as CSV", "Lawrlwytho fel CSV"),
    "no_index": (
        "Nothing has been read yet. Run “verse ingest” in a terminal, then reload this page.",
        "Nid oes dim wedi'i ddarllen eto. Rhedwch “verse ingest” mewn terfynell, "
        "yna ail-lwythwch y dudalen hon.",
    ),
    "old_index": (
        "The index is of another version. Run “verse ingest” in a terminal, then reload this page.",
        "Mae'r mynegai o fersiwn arall. Rhedwch “verse ingest” mewn terfynell, "
        "yna ail-lwythwch y dudalen hon.",
    ),
    "no_answering": (
        "The documents cannot be opened: {reason}",
        "Ni ellir agor y dogfennau: {reason}",
    ),
    "page_of": ("Page {page} of {pages}", "Tudalen {page} o {pages}"),
    "previous": ("Previous page", "Tudalen flaenorol"),
    "next": ("Next page", "Tudalen nesaf"),
    "download_document": ("Download the document", "Lawrlwytho'r ddogfen"),
    "page_text": ("The page's words", "Geiriau'r dudalen"),
    "no_image": (
        "The page cannot be drawn: the file is not in the documents' folder as it was read. "
        "Its words are below.",
        "Ni ellir dangos y dudalen: nid yw'r ffeil yn ffolder y dogfennau fel y'i darllenwyd. "
        "Mae ei geiriau isod.",
    ),
    "page_image": ("Page {page} of {title}", "Tudalen {page} o {title}"),
    "register_intro": (
        "Every item that the documents list. Choose a row to see its page.",
        "Pob eitem y mae'r dogfennau'n ei rhestru. Dewiswch res i weld ei thudalen.",
    ),
    "register_search": ("Search the items", "Chwilio'r eitemau"),
    "register_kind": ("Kind", "Math"),
    "register_every": ("Every kind", "Pob math"),
    "kind_entry": ("Other entries", "Cofnodion eraill"),
    "kind_group": ("Groups", "Grwpiau"),
    "kind_acronym": ("Acronyms", "Acronymau"),
    "kind_definition": ("Definitions", "Diffiniadau"),
    "kind_section": ("Sections", "Adrannau"),
    "register_shown": ("{shown} of {all} items", "{shown} o {all} eitem"),
    "register_none": ("No item matches.", "Nid oes eitem yn cyfateb."),
}


def say(language: Language, key: str, **values: object) -> str:
    """Give a string of the interface in a language, with its values filled in.

    Raises:
        KeyError: There is no such string.

    """
    english, welsh = _STRINGS[key]
    return (welsh if language == "cy" else english).format(**values)


def keys() -> frozenset[str]:
    """Give the key of every string."""
    return frozenset(_STRINGS)
