"""The wording by which people ask for things: cues for fields, operations and kinds of value.

These are words of the English language about registers and reports, none of any document's own.
"""

from __future__ import annotations

import re

from ingest.wording.identifiers import NUMBER_WORDS

_NOUN = (
    r"(?:deliverables?|actions?|recommendations?|recs?|objectives?|milestones?|commitments?"
    r"|priorit(?:y|ies)|measures?|tasks?|activit(?:y|ies)|initiatives?|outcomes?|goals?|aims?"
    r"|targets?|indicators?|requirements?|practices?|steps?|decisions?|risks?|issues?|items?"
    r"|points?|entries|entry|things|rows?|pledges?|workstreams?|projects?|findings?)"
)

#: Before "own": not in "their own".
NOT_OF_OWN = "".join(rf"(?<!\b{whose} )" for whose in "my your his her its our their".split())

#: How people say that somebody owns something, without a word of owning.
OWNING_IDIOMS = (
    r"(?:carr(?:y|ies) the can|on the hook|hold(?:s|ing)? the (?:pen|reins)|head(?:s|ing)? up)"
)

#: Where somebody is asked for at the end: whoever is named before that is not the owner.
ASKS_WHO = re.compile(
    r"\bwho(?:['’]?s| is| are| was)?(?: (?:the|its|our|your|their))? "
    r"(?:leads?|owners?|owns it|leads it)\W*$",
    re.I,
)

#: How something came to be as it is, over all editions.
_OVER_TIME = (
    r"(?:(?:story|history|timeline|journey) of"
    r"|(?:take|walk|talk) (?:me|us) through\b.{3,90}\b(?:from|since|up to)"
    r"|(?:take|walk|talk) (?:me|us) through what.{3,90}\bhappened|start to finish"
    r"|from .{3,60}\b(?:up to now|to date|through to|to the (?:present|latest)))"
)
HISTORY = re.compile(rf"\b{_OVER_TIME}\b", re.I)

_DECIDED = (
    r"^\W*(?:was|were|did|has|have|is|are)\b.{1,90}"
    r"\b(?:accept|agree|reject|approv|adopt|endors)\w*"
)
DECISION = re.compile(_DECIDED, re.I)
"""Whether something was decided: accepted, agreed, rejected."""

#: The kind of field that a question asks for: the first that fits.
FIELD_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            "owner",
            rf"\b(?:{NOT_OF_OWN}own(?:s|ed|er|ers|ership|ing)?|lead(?:s|ing)? (?:on|for|the)"
            r"|who(?:'s|se| is)? lead(?:s|ing)?|led by|responsib\w+|accountable|in charge"
            r"|charged with|tasked with"
            r"|whose (?:job|action|task|responsibility|is)|down for|belongs? to|sits? with"
            r"|(?:is|are|was|'s|this|that|it) down to|down to (?:who|which)"
            r"|assigned|given the job|looks? after|looking after|run by|sponsors?|sro|takes? care"
            rf"|{OWNING_IDIOMS}"
            r"|name against|answers? for|(?:lead|owner|sponsor)(?: now| currently| today)?\W*$"
            r"|(?:which|what) (?:lead|team|unit|department|post|role"
            r"|officer|person|manager|head|director|directorate|partner|agency|body|organisation)"
            r" (?:has|is|must|needs|will|should|does|helps?|handles?|gets?|leads?|owns?|runs?"
            r"|manages?|deals?|makes?)"
            r"|who(?:'s| is| are| has| must|"
            r" should| will| does| needs)?\b(?!(?: is| are| was| were|['’]s)? on (?:the|its|our)\b)"
            r"(?! (?:the |its |their |our )?(?:architect|supplier|contractor|auditor|coroner|won"
            r"|died|designed|cancelled|voted)\b)"
            r"(?!.*\b(?:chair|sign|wrote|said|put|attend|present)))",
        ),
        (
            "update",
            rf"\b{_OVER_TIME}\b"
            r"|\b(?:what(?:'s| has| is)? (?:happened|happening|become|became)|what happened|status"
            r"|state of (?:play|the)|(?:go(?:ne|ing)?|went) to plan"
            r"|^\W*(?:has|have|had)\b.{1,60}\b(?:finished|completed|delivered|started|begun)"
            r"|^\W*(?:is|are)\b.{1,60}\b(?:finished|completed?|done|delivered|in place|live|running"
            r"|open|available|working)"
            r"(?=\W*(?:$|in\b|yet|now))"
            r"|^\W*(?:is|are)\b.{1,90}\b(?:(?:on|off) (?:track|course|schedule|target)|on time|late"
            r"|running late|behind schedule|overdue)(?=\W*$)"
            r"|(?:is|are|was|were) (?:it|they) (?:out|up|open|live|running|ready|there)"
            r"|progress|position|where (?:has|have|are|is|did) .{0,80}(?:got|get|up) to|got to"
            rf"|{_DECIDED}"
            r"|(?:finished|done|completed?|started|under ?way|delivered|ready|live|in place)"
            r" (?:yet|by now|so far)"
            r"|(?:has|have|had|was|were) .{1,80}\b(?:finished|completed|delivered)"
            r"(?=\W*(?:$|and if|or))"
            r"|^\W*(?:did|has|have|was|were)\b.{1,90}\bever (?:c[oa]me?|get|got|go|happen|start)\w*"
            r"|\bbeen (?:put back|pushed back|moved|delayed|postponed|brought forward)\b"
            r"|^\W*(?:can|could|is|are|do|does)\b.{1,90}\b(?:yet|still (?:coming|to come|planned))"
            r"|how (?:did|has|have)\b.{1,80}\b(?:(?:turn|work)(?:ed)? out|end(?:ed)? up|fared?"
            r"|go(?:ne)?(?=\W*$))"
            r"|never (?:been )?(?:finished|completed|delivered|done)"
            r"|became of|come of|how far|latest|update on|outcome of"
            r"|result of|up to date|done about|reported"
            r"|how(?:['’]?s| is| are| was| were)\b.{0,80}\b(?:going|doing|getting on"
            r"|coming along|rated?)|(?:stand|stood)\b(?! for)|b?rag|rating|rated?|colour)\b",
        ),
        (
            "date",
            r"\b(?:by when|when\b.*\b(?:due|complete|finish|deliver|happen)|deadline|due date"
            r"|(?:target|new|revised|extended) date|timescale"
            r"|how long(?= (?:have|has|until|till|before|is left|do we have)\b)"
            r"|when(?:'s| is| are| was| were| did| will| do| does"
            r"| should| must| can| has to| have to)|(?:has|did|was|were) the (?:\w+ )?date)\b",
        ),
        (
            "text",
            r"\b(?:wording|word for word|verbatim|read (?:me|out)|what does .{0,60}\bsay"
            r"|say exactly"
            r"|text of|exact(?:ly)?|full text|what is .{0,60}\babout|what's .{0,60}\babout"
            r"|heading|title|asking|ask .{0,40}to do|involve|entail|cover)\b",
        ),
    )
)

COUNT = re.compile(
    r"\b(?:how many|(?:number|no\.?) of|count (?:of|the|up)|total (?:number|of))\b", re.I
)
AND_WHICH = re.compile(
    r"\b(?:what|which|who)(?: are| were)?(?: (?:they|these|those|ones))\b|\bwhich\b(?!\s+\w+\s+\w)"
    r"|\b(?:name|list) (?:them|each)\b",
    re.I,
)
COUNT_NOUN = re.compile(
    rf"\b(?:how many|(?:number|no\.?) of|count(?: of| the)?"
    rf"|total)\s+(?:\w+[\s-]+){{0,4}}?(?:{_NOUN}|groups?|headings?|owners?)\b",
    re.I,
)
#: Before "list": not where it is a thing that is spoken of.
NO_NOUN = r"(?<!\bthe )(?<!\ba )(?<!\btheir )(?<!\bour )"
LIST = re.compile(
    rf"\b(?:{NO_NOUN}list|every|everything|all(?: of)? the|which (?:\w+ )?{_NOUN}"
    rf"|what (?:\w+ )?(?={_NOUN}\b)\w+s\b"
    rf"|what are (?:the|our|its) (?:\w+ ){{0,2}}(?={_NOUN}\b)\w+s\b"
    rf"|give me (?:the|all)|show (?:me )?(?:the|all)|name (?:the|all|every)|enumerate"
    rf"|what (?:did|does|do|has|have)\b.{{1,60}}\b(?:promised?|pledged?|commit(?:ted)? to"
    rf"|recommend(?:ed)?(?=\W*$)"
    rf"|sa(?:y|id) (?:it|they|he|she|we) (?:would|will) do)"
    rf"|what (?:does|do|else)\b.{{0,80}}\b(?:own|lead|have to do|look after|responsible for)"
    rf"|what (?:is|are|has|'s)\b.{{0,80}}\b(?:responsible for|accountable for|in charge of"
    rf"|owners? of|down (?:for|to do)|(?:meant|supposed|expected) to (?:do|deliver)"
    rf"|lead(?:ing)? on|on (?:his|her|their|its) plate|on the hook for)"
    rf"|(?:the )?(?={_NOUN}\b)\w+s (?:that )?(?:belong|sit|are|under|owned|for|of|mention)\w*)\b",
    re.I,
)
MENTION = re.compile(
    r"\b(?:mention(?:s|ed|ing)?|refer(?:s|red|ring)? to|contain(?:s|ing)?|talk(?:s|ing)? about"
    r"|name(?:s|d)? (?:in|as)\b(?! (?:an?|the|its|their) (?:\w+ )?(?:owner|lead))"
    r"|include the (?:word|term|name)s?|say anything about)\b",
    re.I,
)
ALONE = re.compile(
    r"\b(?:alone|sole(?:ly)?|on (?:its|their|his|her) own|by (?:itself|themselves)"
    r"|single-handed(?:ly)?|only owner|exclusively|without anyone else)\b",
    re.I,
)
COMPARE = re.compile(
    r"\b(?:compare[ds]?|comparison|(?:both|two|all)(?: of)?(?: the)? (?:forces|areas|documents"
    r"|organisations|reports|strategies|papers|plans)|(?:each|either)(?: of the)? (?:forces?|areas?"
    r"|documents?|organisations?|reports?|strateg\w+|papers?|plans?)|differ(?:s|ent"
    r"|ence)?|versus|vs"
    r"|same (?:thing|meaning)|respectively)\b",
    re.I,
)
EXPAND = re.compile(
    r"\b(?:stands? for|short for|abbreviat\w+|acronym|spell(?:ed)? out|in full|initials"
    r"|expan(?:d|sion)|full name|spell (?:it|that|this)|(?-i:[A-Z]{2,}[\w&/-]*s? means?))\b",
    re.I,
)
DEFINE = re.compile(
    r"^\W*(?:(?:i(?:'| a)m new\W*)?(?:what(?:'s| is| are| was)?|define|explain"
    r"|describe|tell me about"
    r"|meaning of|definition of|who or what is)\b)|\bwho (?:is|counts as) an? "
    r"|\b(?:defin\w+|meant by|mean by"
    r"|what .{1,60} means?"
    r"|what(?:'s|s| is| are) (?:it|that|this|those)|what it is|new starter|new here|never heard)\b",
    re.I,
)
GROUPS = re.compile(r"\b(?:groups?|headings?|sections?|blocks?|sub-?headings?|categor\w+)\b", re.I)
OWNERS = re.compile(r"\b(?:owners?|leads?|people|posts?|names?|departments?)\b", re.I)

#: Words that carry the asking and not what is asked about.
ASKING = frozenset(
    """
    who whos whose whom what whats which when where wheres why how is are was were be been being do
    does did done has have had having can could would should will shall may might must need needs
    the a an of in on at to for from by with as and or but if than then that this these those there
    it its they them their he she his her we our us i im me my you your please pls plz tell show
    give say says said name names named list every everything all any anything each many much number
    own owns owned owner owners ownership owning lead leads leading led responsible responsibility
    accountable accountability charge job action actions deliverable deliverables recommendation
    recommendations recs rec objective objectives milestone milestones item items entry entries
    group groups heading row lettered numbered about under within into out up down off over also
    mean means meaning stand stands short abbreviation abbreviated acronym spell expand define
    definition explain describe know like want get got going go make made someone somebody people
    word words document documents according exactly wording text read happened happen happening
    status progress
    position become became latest update so too not no yes both same other another still yet now new
    next hi hello thanks ok i'd i'll i've i'm what's who's it's whats whos anyone
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't
    shouldn't wouldn't
    altogether total separate supposed actually run through come comes up anything something just
    """.split()
)

#: What people say, and what documents write.
PLAINER = tuple(
    (re.compile(said, re.IGNORECASE), written)
    for said, written in (
        (r"\bwho (?:pays|paid|is paying) for\b", "who funds"),
        (r"\bwhere does the money for (.{3,40}) come from\b", r"who funds \1"),
        (r"\bsack(?:ed|ing)?\b", "dismissal"),
        (r"\bhow many people (?:live[sd]?|are living|were living)\b", "what is the population"),
    )
)

#: Everyday short forms of words that documents write out.
SHORT_FORMS = {
    **{
        short.replace("'", ""): short
        for short in (
            "can't don't won't isn't aren't wasn't weren't doesn't didn't hasn't haven't hadn't "
            "couldn't wouldn't shouldn't i'm i've you're they're they've we've that's there's "
            "what's who's where's how's when's"
        ).split()
    },
    "asb": "anti-social behaviour",
    "dv": "domestic violence",
    "wat": "what",
    "wot": "what",
    "wats": "what's",
    "incl": "including",
    "abt": "about",
    "abot": "about",
    "comms": "communications",
    "info": "information",
    "intel": "intelligence",
    "ops": "operations",
    "mgmt": "management",
    "dept": "department",
    "prob": "probation",
    "neighborhood": "neighbourhood",
    "program": "programme",
    "programs": "programmes",
    "organization": "organisation",
    "organized": "organised",
    "ppl": "people",
    "govt": "government",
    "asap": "soon",
    "kids": "children",
    "youngsters": "young",
    "admin": "administration",
    "crim": "criminal",
    "rehab": "rehabilitation",
}

#: Numbers in words from two to twelve, for a pattern.
SEVERAL = "|".join(NUMBER_WORDS[2:13])


def number_word(number: int) -> str:
    """Give a number as a colleague would say it: words up to twenty, figures above."""
    return NUMBER_WORDS[number] if 0 <= number < len(NUMBER_WORDS) else str(number)


def read_number(word: str) -> int | None:
    """Give the number that a word or figure says, or None."""
    if word.isdigit():
        return int(word)
    lowered = word.lower()
    return NUMBER_WORDS.index(lowered) if lowered in NUMBER_WORDS else None
