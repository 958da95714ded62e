"""The names of the vocabulary as rdflib namespaces; the one for our own terms is closed, so a misspelt term raises."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from samspil.ontology import iri

SSC = Namespace(iri.CONCEPT)
ID = Namespace(iri.ID)
GRAPHS = Namespace(iri.GRAPH)


class SS(DefinedNamespace):
    """The terms of `samspil.ttl`."""

    _NS = Namespace(iri.ONTOLOGY)
    _fail = True

    Document: URIRef
    Initiative: URIRef
    Participation: URIRef
    Targeting: URIRef
    Grant: URIRef
    Effect: URIRef
    Mention: URIRef
    Evidence: URIRef
    Finding: URIRef
    Actor: URIRef
    ActorGroup: URIRef
    Agreement: URIRef
    Goal: URIRef
    Indicator: URIRef
    Commitment: URIRef
    Committee: URIRef
    CommitteeMembership: URIRef
    Section: URIRef
    Example: URIRef
    Citation: URIRef
    Appointment: URIRef
    Kinship: URIRef

    participation: URIRef
    targeting: URIRef
    grant: URIRef
    effect: URIRef
    evidence: URIRef
    furtherEvidence: URIRef
    actor: URIRef
    unit: URIRef
    targetGroup: URIRef
    partOf: URIRef
    member: URIRef
    possibleMember: URIRef
    party: URIRef
    implements: URIRef
    parentGoal: URIRef
    inSection: URIRef
    committee: URIRef
    agreement: URIRef
    setIn: URIRef
    organisation: URIRef
    appointedBy: URIRef
    earlier: URIRef
    later: URIRef
    genre: URIRef
    status: URIRef
    role: URIRef
    grantKind: URIRef
    severity: URIRef
    rule: URIRef
    kind: URIRef
    sector: URIRef
    agreementKind: URIRef
    goalKind: URIRef
    relation: URIRef

    genreReason: URIRef
    fileName: URIRef
    sha256: URIRef
    theme: URIRef
    asPrinted: URIRef
    statusAsPrinted: URIRef
    periodAsPrinted: URIRef
    order: URIRef
    amount: URIRef
    year: URIRef
    text: URIRef
    lineStart: URIRef
    lineEnd: URIRef
    charStart: URIRef
    charEnd: URIRef
    page: URIRef
    section: URIRef
    wording: URIRef
    message: URIRef
    validFrom: URIRef
    validUntil: URIRef
    registerSource: URIRef
    groupScope: URIRef
    groupSize: URIRef
    heading: URIRef
    person: URIRef
    partyLetter: URIRef
    chapter: URIRef
    area: URIRef
    draft: URIRef
    office: URIRef
    generation: URIRef
    score: URIRef
    reason: URIRef
