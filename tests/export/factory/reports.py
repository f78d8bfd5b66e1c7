"""Reports of an invented crisis in an invented country; every sentence and every person is made up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """A report as the crisis factory takes it; claims are told in `said.py` by the words they rest on."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    text: str
    url: str | None = None
    language: str = "en"
    copy_of: str | None = None
    unread: str | None = None


REPORTS = (
    Report(
        "d-3f09a1c2b7de",
        "Corvane's assembly removes President Varga",
        "Corvane Wire",
        "2031-05-03",
        "PORT VERITY, 3 May 2031 — Corvane's assembly voted 75 to 48 on Saturday to remove President Ilse Varga from "
        "office, hours after she had announced that the chamber was dissolved.\n\n"
        "The vice-president, Tomas Orr, was sworn in before midnight. He called for calm and said that elections "
        "would be held within a year.\n\n"
        "Ms Varga was arrested by the national police at 22:40 on her way to an embassy, the interior ministry said. "
        "Her lawyers call the vote a legislative coup.",
        "https://wire.example/2031/05/03/varga-removed",
    ),
    Report(
        "d-81bb20e94c55",
        "Two dead as protests reach Halden",
        "The Halden Courier",
        "2031-05-07",
        "HALDEN — Two people, aged 15 and 18, were killed on Tuesday when police opened fire near the airport of "
        "Halden, the regional hospital confirmed. More than twenty others were injured and a dozen were arrested.\n\n"
        "Thousands had marched from the market to the runway, which protesters have occupied since Monday. They "
        "demand the resignation of Mr Orr, the closing of the assembly, new elections and a constituent convention.\n\n"
        '"They were shot in the back," said a nurse who had treated both.',
        "https://courier.example/halden-two-dead",
    ),
    Report(
        "d-c4d1770ab3f2",
        "Ministry: one death in Halden under investigation",
        "Ministry of the Interior",
        "2031-05-08",
        "COMMUNIQUE No. 14. The Ministry of the Interior reports one death in connection with the events of 6 May at "
        "the airport of Halden. An investigation has been opened. Eleven officers were injured.\n\n"
        "The Ministry denies that live ammunition was used.",
    ),
    Report(
        "d-5ea77c10d9b4",
        "Emergency declared in four provinces",
        "Corvane Wire",
        "2031-05-10",
        "The government of Corvane on Friday declared a state of emergency in Halden, Ostrow, Marrow Bay and Tessaly "
        "for 30 days. The right of assembly and the inviolability of the home are suspended.\n\n"
        "At least five people have died since the protests began, the ombudsman's office said.",
        "https://wire.example/2031/05/10/emergency",
    ),
    Report(
        "d-9920fe51ac08",
        "Unions call an indefinite strike from Monday",
        "Radio Ostrow",
        "2031-05-11",
        "Unions in Ostrow will begin an indefinite strike on Monday, 12 May, their federation announced. Roads to the "
        "border would be blocked at eleven points, it said.\n\n"
        "Residents hope that the airport reopens before the harvest.",
    ),
    Report(
        "roundup-16-may",
        "What we know: two weeks of protest in Corvane",
        "Corvane Observer",
        "2031-05-16",
        "Nine people were killed in Ostrow on Thursday, among them two minors, in the deadliest day since the removal "
        "of Ilse Varga, according to the ombudsman's office and the hospital of Ostrow.\n\n"
        "The national toll now stands at no fewer than 17 dead, plus five more who died of indirect consequences, "
        "such as patients held up at road blocks, the ombudsman said on Friday. The interior ministry counts 14.\n\n"
        "Two people, aged 15 and 18, were killed on Tuesday when police opened fire near the airport of Halden, the "
        "regional hospital confirmed. More than twenty others were injured and a dozen were arrested.\n\n"
        "The interior minister, Petra Solano, and the minister of culture resigned on Friday.",
        "https://observer.example/what-we-know",
    ),
    Report(
        "d-0b6f3e77a941",
        "Two dead as protests reach Halden",
        "Marrow Bay Gazette",
        "2031-05-07",
        "HALDEN — Two people, aged 15 and 18, were killed on Tuesday when police opened fire near the airport of "
        "Halden, the regional hospital confirmed. More than twenty others were injured and a dozen were arrested.\n\n"
        "Thousands had marched from the market to the runway, which protesters have occupied since Monday. They "
        "demand the resignation of Mr Orr, the closing of the assembly, new elections and a constituent convention.\n\n"
        '"They were shot in the back," said a nurse who had treated both.',
        copy_of="d-81bb20e94c55",
    ),
    Report(
        "NGO bulletin № 3 (Ostrow)",
        "Bulletin 3: the dead of Ostrow",
        "Corvane Rights Watch",
        "2031-05-21",
        "Our team has confirmed ten deaths in Ostrow on 15 May, all by gunshot. The tenth, Testname Q. Placeholder, "
        "34, a porter, died of his wounds on 19 May.\n\n"
        "His sister told us that Placeholder had left home to buy bread. We have documented 22 deaths in all, 19 of "
        "them attributable to the security forces. Between 180 and 210 people were injured.\n\n"
        "The offices of two radio stations were raided; a camera crew was beaten by officers in Tessaly.",
        "https://rights.example/bulletins/3?victim=testname-placeholder",
    ),
    Report(
        "d-77e1c2aa90ff",
        "Toll rises to 23",
        "Corvane Wire",
        "2031-05-24",
        "The death toll of the protests in Corvane rose to 23 on Saturday after a man of 61, run over at a road block "
        "near Tessaly, died in hospital, the ombudsman's office said. Relatives of Testname Placeholder marched in "
        "Ostrow.\n\nThe curfew in Ostrow, in force from 16 May, was extended to 6 June.",
        "https://wire.example/2031/05/24/toll",
    ),
    Report(
        'live <blog> & "notes"',
        "Live: <em>march</em> on Port Verity & after",
        "Observer Live",
        "2031-06-02",
        "18:05 — Tens of thousands have reached the old bridge of Port Verity. <script>alert(1)</script> The city "
        "counts 12,000; organisers speak of 60,000.\n18:40 — Tear gas at the bridge. At least 30 injured, medics say."
        "\n19:10 — The assembly has rejected a bill for early elections, 65 to 54, with 7 abstentions.\n",
        "javascript:alert(document.domain)",
    ),
    Report(
        "d-e20c6b1f4a3d",
        "Government puts the dead at 25, ombudsman at 28",
        "Corvane Observer",
        "2031-06-09",
        "A month after the first deaths the government counts 25 dead, the ombudsman's office 28 and Corvane Rights "
        "Watch at least 31, of them five of indirect consequences. Up to 900 people were injured, the ministry of "
        "health said; 412 were arrested.\n\nApproval of Mr Orr fell to 11 per cent in a poll published on Sunday.",
        "https://observer.example/25-or-28",
    ),
    Report(
        "d-48d0aa3377be",
        None,
        None,
        None,
        "Over 30 lives have been lost and nobody has answered for one of them. Corvane has been two months without "
        "its elected president, and the regime of Mr Orr speaks of so-called vandals.\n\n"
        "If the assembly does not set a date by July, the unions of Ostrow would strike again.",
    ),
    Report(
        "d-aa01bc23de45",
        "استمرار الاحتجاجات في كورفان",
        "صحيفة الخليج",
        "2031-05-18",
        "تتواصل الاحتجاجات في كورفان منذ أسبوعين، وقالت مصادر طبية إن عدد القتلى ارتفع إلى 17.\n",
        language="ar",
        unread="language",
    ),
)
