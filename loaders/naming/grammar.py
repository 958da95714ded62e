"""The grammar of phrases that list participants: patterns over chunk classes (see `chunks`), each with its rule.

Each pattern is tried at each place, in order; the first whose rule succeeds takes its chunks. What no rule takes is
left over, and the caller decides whether it is an unknown actor or the prose around one.
"""

import re

from samspil.loaders.naming import rules, units
from samspil.loaders.naming.chunks import SEP
from samspil.loaders.naming.groups import Context
from samspil.loaders.naming.names import names
from samspil.loaders.naming.reader import Reader, Rule

_RUN = rf"[PS](?:{SEP}[PS])*"
_UNIT = r"[WwQ]*U(?:f[Ww]+(?:&W+)?|[Ww])*(?:\(W\))?"
_SCOPE = r"(?:i[QD]*[AENW])?"
_OWNERS = rf"(?:N|[QD]*K{_SCOPE}|Y|E|{_RUN}{SEP}?K|(?:{_RUN})(?:{SEP}i{_RUN})*K?)"
RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"[QD]*w*D*[QDw]*K:?{_RUN}(?!{SEP}?[KH]|{SEP}N)", rules.municipal_list),
        (r"D[Qw]*[UHCGW]:", rules.skip),
        (rf"{_RUN}{SEP}?K(?:[Ww]*U(?:{SEP}[Ww]*U)*)?", rules.municipal_run),
        (rf"{_RUN}{SEP}?H", rules.hospital_run),
        (rf"{_RUN}{SEP}N", rules.run_before_name),
        (rf"C[PSW](?:{SEP}[PSW])*(?!{SEP}?[KH])", rules.centre_run),
        (r"C[PSW]", rules.centre_run),
        (rf"{_UNIT}i[QD]*{_OWNERS}", units.owned_unit),
        (rf"[Ww]*UP(?!{SEP}?(?:[PS]{SEP}?)*[KH])", units.municipal_unit),
        (rf"[QD]*H&[QD]*K{_SCOPE}", rules.shared_scope),
        (rf"Q?D[Qw]*Ki[PSW]+&[PSW](?!{SEP}?[KHPSW])", rules.counted),
        (r"Q?D[Qw]*Ki[PSW]+", rules.counted),
        (r"WK", rules.misspelt),
        (r"W[WwU]{1,3}[PS]", rules.misspelt),
        (rf"N[,-][PS](?!{SEP}?(?:[PS]{SEP}?)*[KH])", rules.site),
        (rf"NP(?!{SEP}?(?:[PS]{SEP}?)*[KH])", rules.branch),
        (r"WF", rules.association),
        (rf"[EN]?[QD]*K(?:[Ww]*U(?:{SEP}[Ww]*U)*)", rules.municipalities),
        (rf"[EN]?[QDw]*K{_SCOPE}", rules.municipalities),
        (r"(?:[QD]+i)?[EN]?[QD]*K", rules.municipalities),
        (r"[EN]?[QD]*H(?:i[QD]*[AEN])?", rules.hospitals),
        (r"[QD]*C", rules.centres),
        (rf"[QD]*G(?:i[QD]*(?:A|E|K|N|W|{_RUN}K?))?", rules.professionals),
        (r"[QD]*Y[Ww]*U", rules.psychiatry),
        (r"[QD]*Yi[QD]*[EN]", rules.psychiatry),
        (r"[QD]*Y", rules.psychiatry),
        (rf"N-?(?:[Ww]*U(?:f[Ww]+)?)(?:{SEP}[Ww]*U)*", rules.name),
        (r"N-[Ww]*U(?:f[Ww]+)?", rules.name),
        (r"N-[WwU](?:i[PSW])?(?=[-,&.)]|$)", units.dashed_unit),
        (r"N[-(]+N\)?", units.part_behind_owner),
        (rf"Ni[QD]*(?:K|A|E|N|W|{_RUN}K?)", rules.name),
        (r"N", rules.name),
        (r"m[FB][^,&.:]*", rules.skip),
        (r"Qi[Qw]*[FB]", rules.people),
        (r"[QDw]*[FB]", rules.people),
        (r"E", rules.region),
        (r"\((?:[^()]|\([^()]*\))*\)", units.brackets),
        (r"rN(?:&N)*", units.represented),
        (r"[,-][Ww]*U(?=[,&.)]|$)", units.department),
        (r"[Ww]*[UW]f[Ww]+(?:&[Ww]+)?(?!i)", units.unknown_unit),
        (r"[PS]", rules.bare_place),
    )
)


def read(text: str, context: Context) -> Reader:
    """Return the reader of a phrase, with what it found and what it left over."""
    return Reader(text, names(context.on, context.region, context.declared), context, RULES).read()
