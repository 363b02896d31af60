"""The names of agencies, and what may be one."""

import re
from dataclasses import dataclass

_USUAL = (
    "Reuters", "dpa", "dpa-AFX", "dpa-infocom", "dpa-tmn", "AFP", "AFX", "AP", "APA", "APA-OTS", "KNA", "epd", "SID", "ddp", "dapd", "dts", "ots", "pte", "idw",
    "Keystone-SDA", "SDA", "ATS", "awp", "Kathpress", "kath.ch", "Dow Jones", "Dow Jones Newswires", "Bloomberg", "UPI", "PA", "ANSA", "EFE", "Lusa", "Belga", "ANP", "Ritzau",
    "NTB", "TT", "STT", "PAP", "ČTK", "TASR", "MTI", "Tanjug", "Hina", "STA", "BNS", "LETA", "ELTA", "Agerpres", "BTA", "Anadolu", "DHA", "TASS", "Itar-Tass", "Interfax",
    "Interfax-Ukraine", "RIA Nowosti", "Ria Novosti", "Ukrinform", "Unian", "Belta", "Xinhua", "Kyodo", "Jiji", "Yonhap", "KCNA", "IRNA", "ISNA", "SANA",
    "WAM", "SPA", "MENA", "PTI", "AAP", "Bernama",
)  # fmt: skip
# How newspapers and old wires write them; "sn" and the like are left out, they are a paper's own reporters.
_KNOWN = {name.casefold(): name for name in _USUAL} | {"rtr": "Reuters", "reuter": "Reuters", "ctk": "ČTK", "ria": "RIA Nowosti", "dj": "Dow Jones", "dpa afx": "dpa-AFX"}
# What stands in brackets behind a name or a place, and sends no news: parties, and what tells two places apart.
_NO_AGENCY = frozenset(
    "cdu csu spd fdp afd npd bsw grüne grünen linke linken ödp övp spö fpö neos svp sp glp volt piraten freie wähler ldpr pis cds psoe sed"
    " usa ukraine russland deutschland österreich schweiz frankreich italien polen spanien syrien israel türkei iran irak"
    " oder main saale lahn elbe weser rhein donau spree neiße ruhr allgäu mark harz holstein westfalen oberpfalz pfalz eifel bayern hessen sachsen thüringen"
    " symbolbild archivbild archiv foto bild video update neu".split(),
)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency's usual name, how many characters it was written with, and whether we know it or it only looks like one."""

    name: str
    length: int
    known: bool


def agency_of(written: str) -> Agency | None:
    """The agency that brackets or a credit line name first: `dpa/lhe` is dpa, `dpa-AFX` is itself; nothing if it looks like none."""
    for part in (written, re.split(r"[/,;+&]", written)[0].rstrip(), re.split(r"[/,;+&\s]", written)[0]):
        name = _KNOWN.get(part.casefold())
        if name:
            return Agency(name, len(part), known=True)
    parts = written.split("/")
    if not all(_LETTERS.fullmatch(part) for part in parts) or not 2 <= len(parts[0]) <= _LONGEST or parts[0].casefold() in _NO_AGENCY:  # noqa: PLR2004
        return None
    return Agency(parts[0], len(parts[0]), known=False)
