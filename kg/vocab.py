"""The terms of the ontology and those it borrows; `kg ontology bind` writes this from kg.ttl."""

# ruff: noqa: N815 - a term is called as the ontology calls it

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


class Term(str):
    """The IRI of a class, property or thing: a string that no other string is mistaken for."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{self}>"


NAMESPACE: Final = "https://parley.example/ns#"
ONTOLOGY: Final = Term("https://parley.example/ns")
VERSION: Final = "0.1.0"


class KG:
    """https://parley.example/ns#"""

    acronymForm: Final = Term("https://parley.example/ns#acronymForm")
    Actor: Final = Term("https://parley.example/ns#Actor")
    actor: Final = Term("https://parley.example/ns#actor")
    addressee: Final = Term("https://parley.example/ns#addressee")
    Agreement: Final = Term("https://parley.example/ns#Agreement")
    aid: Final = Term("https://parley.example/ns#aid")
    amount: Final = Term("https://parley.example/ns#amount")
    announced: Final = Term("https://parley.example/ns#announced")
    answer: Final = Term("https://parley.example/ns#answer")
    answers: Final = Term("https://parley.example/ns#answers")
    Article: Final = Term("https://parley.example/ns#Article")
    articleCount: Final = Term("https://parley.example/ns#articleCount")
    asserted: Final = Term("https://parley.example/ns#asserted")
    assertedMove: Final = Term("https://parley.example/ns#assertedMove")
    attributedMove: Final = Term("https://parley.example/ns#attributedMove")
    attributedTo: Final = Term("https://parley.example/ns#attributedTo")
    beneficiary: Final = Term("https://parley.example/ns#beneficiary")
    Breach: Final = Term("https://parley.example/ns#Breach")
    breaks: Final = Term("https://parley.example/ns#breaks")
    budget: Final = Term("https://parley.example/ns#budget")
    BusinessAssociation: Final = Term("https://parley.example/ns#BusinessAssociation")
    call: Final = Term("https://parley.example/ns#call")
    cancelledMeeting: Final = Term("https://parley.example/ns#cancelledMeeting")
    candidate: Final = Term("https://parley.example/ns#candidate")
    CandidateIssue: Final = Term("https://parley.example/ns#CandidateIssue")
    CentralBank: Final = Term("https://parley.example/ns#CentralBank")
    Commitment: Final = Term("https://parley.example/ns#Commitment")
    Company: Final = Term("https://parley.example/ns#Company")
    concerns: Final = Term("https://parley.example/ns#concerns")
    condition: Final = Term("https://parley.example/ns#condition")
    conditionalMove: Final = Term("https://parley.example/ns#conditionalMove")
    confidence: Final = Term("https://parley.example/ns#confidence")
    conflictsWith: Final = Term("https://parley.example/ns#conflictsWith")
    content: Final = Term("https://parley.example/ns#content")
    contentEnd: Final = Term("https://parley.example/ns#contentEnd")
    contentStart: Final = Term("https://parley.example/ns#contentStart")
    Country: Final = Term("https://parley.example/ns#Country")
    countryCode: Final = Term("https://parley.example/ns#countryCode")
    creditsAgency: Final = Term("https://parley.example/ns#creditsAgency")
    cue: Final = Term("https://parley.example/ns#cue")
    currency: Final = Term("https://parley.example/ns#currency")
    deadline: Final = Term("https://parley.example/ns#deadline")
    deadlineEarliest: Final = Term("https://parley.example/ns#deadlineEarliest")
    deadlineLatest: Final = Term("https://parley.example/ns#deadlineLatest")
    Demand: Final = Term("https://parley.example/ns#Demand")
    demonym: Final = Term("https://parley.example/ns#demonym")
    Denial: Final = Term("https://parley.example/ns#Denial")
    denied: Final = Term("https://parley.example/ns#denied")
    deployment: Final = Term("https://parley.example/ns#deployment")
    different: Final = Term("https://parley.example/ns#different")
    dinner: Final = Term("https://parley.example/ns#dinner")
    direct: Final = Term("https://parley.example/ns#direct")
    earlier: Final = Term("https://parley.example/ns#earlier")
    earliest: Final = Term("https://parley.example/ns#earliest")
    edtf: Final = Term("https://parley.example/ns#edtf")
    entityListing: Final = Term("https://parley.example/ns#entityListing")
    entryKind: Final = Term("https://parley.example/ns#entryKind")
    Event: Final = Term("https://parley.example/ns#Event")
    event: Final = Term("https://parley.example/ns#event")
    Evidence: Final = Term("https://parley.example/ns#Evidence")
    excludes: Final = Term("https://parley.example/ns#excludes")
    expectedMeeting: Final = Term("https://parley.example/ns#expectedMeeting")
    exportControl: Final = Term("https://parley.example/ns#exportControl")
    Factuality: Final = Term("https://parley.example/ns#Factuality")
    factuality: Final = Term("https://parley.example/ns#factuality")
    form: Final = Term("https://parley.example/ns#form")
    from_: Final = Term("https://parley.example/ns#from")
    Fulfilment: Final = Term("https://parley.example/ns#Fulfilment")
    fulfils: Final = Term("https://parley.example/ns#fulfils")
    GovernmentOffice: Final = Term("https://parley.example/ns#GovernmentOffice")
    Group: Final = Term("https://parley.example/ns#Group")
    groupForm: Final = Term("https://parley.example/ns#groupForm")
    hasEvidence: Final = Term("https://parley.example/ns#hasEvidence")
    held: Final = Term("https://parley.example/ns#held")
    heldEarliest: Final = Term("https://parley.example/ns#heldEarliest")
    heldLatest: Final = Term("https://parley.example/ns#heldLatest")
    heldMeeting: Final = Term("https://parley.example/ns#heldMeeting")
    holder: Final = Term("https://parley.example/ns#holder")
    hoped: Final = Term("https://parley.example/ns#hoped")
    hypothetical: Final = Term("https://parley.example/ns#hypothetical")
    hypotheticalMeeting: Final = Term("https://parley.example/ns#hypotheticalMeeting")
    hypotheticalMove: Final = Term("https://parley.example/ns#hypotheticalMove")
    IdentityJudgement: Final = Term("https://parley.example/ns#IdentityJudgement")
    imposer: Final = Term("https://parley.example/ns#imposer")
    indirect: Final = Term("https://parley.example/ns#indirect")
    inEntry: Final = Term("https://parley.example/ns#inEntry")
    inForce: Final = Term("https://parley.example/ns#inForce")
    Institution: Final = Term("https://parley.example/ns#Institution")
    institution: Final = Term("https://parley.example/ns#institution")
    InternationalOrganisation: Final = Term("https://parley.example/ns#InternationalOrganisation")
    isAbout: Final = Term("https://parley.example/ns#isAbout")
    issuedInferred: Final = Term("https://parley.example/ns#issuedInferred")
    issueNotations: Final = Term("https://parley.example/ns#issueNotations")
    judgedBy: Final = Term("https://parley.example/ns#judgedBy")
    judgedOn: Final = Term("https://parley.example/ns#judgedOn")
    later: Final = Term("https://parley.example/ns#later")
    latest: Final = Term("https://parley.example/ns#latest")
    law: Final = Term("https://parley.example/ns#law")
    LedgerEntry: Final = Term("https://parley.example/ns#LedgerEntry")
    left: Final = Term("https://parley.example/ns#left")
    leftName: Final = Term("https://parley.example/ns#leftName")
    Legislature: Final = Term("https://parley.example/ns#Legislature")
    licence: Final = Term("https://parley.example/ns#licence")
    lifted: Final = Term("https://parley.example/ns#lifted")
    Link: Final = Term("https://parley.example/ns#Link")
    LinkKind: Final = Term("https://parley.example/ns#LinkKind")
    linkKind: Final = Term("https://parley.example/ns#linkKind")
    linkNotation: Final = Term("https://parley.example/ns#linkNotation")
    LooseEnd: Final = Term("https://parley.example/ns#LooseEnd")
    looseEndKind: Final = Term("https://parley.example/ns#looseEndKind")
    matterKind: Final = Term("https://parley.example/ns#matterKind")
    Measure: Final = Term("https://parley.example/ns#Measure")
    MeasureKind: Final = Term("https://parley.example/ns#MeasureKind")
    measureKind: Final = Term("https://parley.example/ns#measureKind")
    MeasureStatus: Final = Term("https://parley.example/ns#MeasureStatus")
    measureStatus: Final = Term("https://parley.example/ns#measureStatus")
    Meeting: Final = Term("https://parley.example/ns#Meeting")
    MeetingKind: Final = Term("https://parley.example/ns#MeetingKind")
    meetingKind: Final = Term("https://parley.example/ns#meetingKind")
    MeetingStatus: Final = Term("https://parley.example/ns#MeetingStatus")
    meetingStatus: Final = Term("https://parley.example/ns#meetingStatus")
    Mention: Final = Term("https://parley.example/ns#Mention")
    MentionForm: Final = Term("https://parley.example/ns#MentionForm")
    metonym: Final = Term("https://parley.example/ns#metonym")
    metWith: Final = Term("https://parley.example/ns#metWith")
    Ministry: Final = Term("https://parley.example/ns#Ministry")
    mixed: Final = Term("https://parley.example/ns#mixed")
    Mode: Final = Term("https://parley.example/ns#Mode")
    mode: Final = Term("https://parley.example/ns#mode")
    Move: Final = Term("https://parley.example/ns#Move")
    nameForm: Final = Term("https://parley.example/ns#nameForm")
    negatedMove: Final = Term("https://parley.example/ns#negatedMove")
    NewsOrganisation: Final = Term("https://parley.example/ns#NewsOrganisation")
    noComment: Final = Term("https://parley.example/ns#noComment")
    note: Final = Term("https://parley.example/ns#note")
    Obligation: Final = Term("https://parley.example/ns#Obligation")
    Official: Final = Term("https://parley.example/ns#Official")
    ongoingMeeting: Final = Term("https://parley.example/ns#ongoingMeeting")
    onSlot: Final = Term("https://parley.example/ns#onSlot")
    opensWith: Final = Term("https://parley.example/ns#opensWith")
    participant: Final = Term("https://parley.example/ns#participant")
    partyNames: Final = Term("https://parley.example/ns#partyNames")
    passageCount: Final = Term("https://parley.example/ns#passageCount")
    Person: Final = Term("https://parley.example/ns#Person")
    Place: Final = Term("https://parley.example/ns#Place")
    place: Final = Term("https://parley.example/ns#place")
    plannedMeeting: Final = Term("https://parley.example/ns#plannedMeeting")
    plannedMove: Final = Term("https://parley.example/ns#plannedMove")
    Pledge: Final = Term("https://parley.example/ns#Pledge")
    Polarity: Final = Term("https://parley.example/ns#Polarity")
    polarity: Final = Term("https://parley.example/ns#polarity")
    PoliticalParty: Final = Term("https://parley.example/ns#PoliticalParty")
    Polity: Final = Term("https://parley.example/ns#Polity")
    polity: Final = Term("https://parley.example/ns#polity")
    price: Final = Term("https://parley.example/ns#price")
    principal: Final = Term("https://parley.example/ns#principal")
    product: Final = Term("https://parley.example/ns#product")
    productionTarget: Final = Term("https://parley.example/ns#productionTarget")
    pronounForm: Final = Term("https://parley.example/ns#pronounForm")
    proposed: Final = Term("https://parley.example/ns#proposed")
    purchase: Final = Term("https://parley.example/ns#purchase")
    quota: Final = Term("https://parley.example/ns#quota")
    rate: Final = Term("https://parley.example/ns#rate")
    rateFrom: Final = Term("https://parley.example/ns#rateFrom")
    readBy: Final = Term("https://parley.example/ns#readBy")
    reaffirms: Final = Term("https://parley.example/ns#reaffirms")
    refersTo: Final = Term("https://parley.example/ns#refersTo")
    Refusal: Final = Term("https://parley.example/ns#Refusal")
    rejected: Final = Term("https://parley.example/ns#rejected")
    repeats: Final = Term("https://parley.example/ns#repeats")
    reportedIn: Final = Term("https://parley.example/ns#reportedIn")
    right: Final = Term("https://parley.example/ns#right")
    rightName: Final = Term("https://parley.example/ns#rightName")
    RoleHolding: Final = Term("https://parley.example/ns#RoleHolding")
    rule: Final = Term("https://parley.example/ns#rule")
    ruling: Final = Term("https://parley.example/ns#ruling")
    same: Final = Term("https://parley.example/ns#same")
    sameCommitment: Final = Term("https://parley.example/ns#sameCommitment")
    sameMeasure: Final = Term("https://parley.example/ns#sameMeasure")
    sameMeeting: Final = Term("https://parley.example/ns#sameMeeting")
    sanction: Final = Term("https://parley.example/ns#sanction")
    score: Final = Term("https://parley.example/ns#score")
    session: Final = Term("https://parley.example/ns#session")
    sha256: Final = Term("https://parley.example/ns#sha256")
    signing: Final = Term("https://parley.example/ns#signing")
    sourceSha256: Final = Term("https://parley.example/ns#sourceSha256")
    speakerRole: Final = Term("https://parley.example/ns#speakerRole")
    specifies: Final = Term("https://parley.example/ns#specifies")
    spokenBy: Final = Term("https://parley.example/ns#spokenBy")
    Standing: Final = Term("https://parley.example/ns#Standing")
    standing: Final = Term("https://parley.example/ns#standing")
    standingAgreed: Final = Term("https://parley.example/ns#standingAgreed")
    standingBroken: Final = Term("https://parley.example/ns#standingBroken")
    standingDisputed: Final = Term("https://parley.example/ns#standingDisputed")
    standingDone: Final = Term("https://parley.example/ns#standingDone")
    standingLapsed: Final = Term("https://parley.example/ns#standingLapsed")
    standingNotation: Final = Term("https://parley.example/ns#standingNotation")
    standingOpen: Final = Term("https://parley.example/ns#standingOpen")
    standingPartial: Final = Term("https://parley.example/ns#standingPartial")
    Statement: Final = Term("https://parley.example/ns#Statement")
    Step: Final = Term("https://parley.example/ns#Step")
    stepNumber: Final = Term("https://parley.example/ns#stepNumber")
    subsidy: Final = Term("https://parley.example/ns#subsidy")
    summit: Final = Term("https://parley.example/ns#summit")
    suspended: Final = Term("https://parley.example/ns#suspended")
    talks: Final = Term("https://parley.example/ns#talks")
    target: Final = Term("https://parley.example/ns#target")
    tariff: Final = Term("https://parley.example/ns#tariff")
    tells: Final = Term("https://parley.example/ns#tells")
    Threat: Final = Term("https://parley.example/ns#Threat")
    threatened: Final = Term("https://parley.example/ns#threatened")
    TimeExpression: Final = Term("https://parley.example/ns#TimeExpression")
    title: Final = Term("https://parley.example/ns#title")
    titleForm: Final = Term("https://parley.example/ns#titleForm")
    towardsNames: Final = Term("https://parley.example/ns#towardsNames")
    turnsUpIn: Final = Term("https://parley.example/ns#turnsUpIn")
    Union: Final = Term("https://parley.example/ns#Union")
    UnnamedSource: Final = Term("https://parley.example/ns#UnnamedSource")
    unsure: Final = Term("https://parley.example/ns#unsure")
    until: Final = Term("https://parley.example/ns#until")
    value: Final = Term("https://parley.example/ns#value")
    Variant: Final = Term("https://parley.example/ns#Variant")
    variantOf: Final = Term("https://parley.example/ns#variantOf")
    venue: Final = Term("https://parley.example/ns#venue")
    Verdict: Final = Term("https://parley.example/ns#Verdict")
    verdict: Final = Term("https://parley.example/ns#verdict")
    via: Final = Term("https://parley.example/ns#via")
    visit: Final = Term("https://parley.example/ns#visit")
    when: Final = Term("https://parley.example/ns#when")
    whenEarliest: Final = Term("https://parley.example/ns#whenEarliest")
    whenLatest: Final = Term("https://parley.example/ns#whenLatest")
    withdrawal: Final = Term("https://parley.example/ns#withdrawal")
    within: Final = Term("https://parley.example/ns#within")


class DCTERMS:
    """http://purl.org/dc/terms/"""

    created: Final = Term("http://purl.org/dc/terms/created")
    creator: Final = Term("http://purl.org/dc/terms/creator")
    description: Final = Term("http://purl.org/dc/terms/description")
    identifier: Final = Term("http://purl.org/dc/terms/identifier")
    issued: Final = Term("http://purl.org/dc/terms/issued")
    language: Final = Term("http://purl.org/dc/terms/language")
    license: Final = Term("http://purl.org/dc/terms/license")
    publisher: Final = Term("http://purl.org/dc/terms/publisher")
    source: Final = Term("http://purl.org/dc/terms/source")
    title: Final = Term("http://purl.org/dc/terms/title")


class OA:
    """http://www.w3.org/ns/oa#"""

    end: Final = Term("http://www.w3.org/ns/oa#end")
    exact: Final = Term("http://www.w3.org/ns/oa#exact")
    hasSource: Final = Term("http://www.w3.org/ns/oa#hasSource")
    prefix: Final = Term("http://www.w3.org/ns/oa#prefix")
    start: Final = Term("http://www.w3.org/ns/oa#start")
    suffix: Final = Term("http://www.w3.org/ns/oa#suffix")
    TextPositionSelector: Final = Term("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector: Final = Term("http://www.w3.org/ns/oa#TextQuoteSelector")


class OWL:
    """http://www.w3.org/2002/07/owl#"""

    AllDifferent: Final = Term("http://www.w3.org/2002/07/owl#AllDifferent")
    AllDisjointClasses: Final = Term("http://www.w3.org/2002/07/owl#AllDisjointClasses")
    AnnotationProperty: Final = Term("http://www.w3.org/2002/07/owl#AnnotationProperty")
    Class: Final = Term("http://www.w3.org/2002/07/owl#Class")
    DatatypeProperty: Final = Term("http://www.w3.org/2002/07/owl#DatatypeProperty")
    disjointWith: Final = Term("http://www.w3.org/2002/07/owl#disjointWith")
    distinctMembers: Final = Term("http://www.w3.org/2002/07/owl#distinctMembers")
    equivalentClass: Final = Term("http://www.w3.org/2002/07/owl#equivalentClass")
    FunctionalProperty: Final = Term("http://www.w3.org/2002/07/owl#FunctionalProperty")
    intersectionOf: Final = Term("http://www.w3.org/2002/07/owl#intersectionOf")
    inverseOf: Final = Term("http://www.w3.org/2002/07/owl#inverseOf")
    members: Final = Term("http://www.w3.org/2002/07/owl#members")
    NamedIndividual: Final = Term("http://www.w3.org/2002/07/owl#NamedIndividual")
    ObjectProperty: Final = Term("http://www.w3.org/2002/07/owl#ObjectProperty")
    oneOf: Final = Term("http://www.w3.org/2002/07/owl#oneOf")
    onProperty: Final = Term("http://www.w3.org/2002/07/owl#onProperty")
    Ontology: Final = Term("http://www.w3.org/2002/07/owl#Ontology")
    Restriction: Final = Term("http://www.w3.org/2002/07/owl#Restriction")
    someValuesFrom: Final = Term("http://www.w3.org/2002/07/owl#someValuesFrom")
    SymmetricProperty: Final = Term("http://www.w3.org/2002/07/owl#SymmetricProperty")
    TransitiveProperty: Final = Term("http://www.w3.org/2002/07/owl#TransitiveProperty")
    unionOf: Final = Term("http://www.w3.org/2002/07/owl#unionOf")
    versionInfo: Final = Term("http://www.w3.org/2002/07/owl#versionInfo")
    versionIRI: Final = Term("http://www.w3.org/2002/07/owl#versionIRI")


class PROV:
    """http://www.w3.org/ns/prov#"""

    Activity: Final = Term("http://www.w3.org/ns/prov#Activity")


class RDF:
    """http://www.w3.org/1999/02/22-rdf-syntax-ns#"""

    first: Final = Term("http://www.w3.org/1999/02/22-rdf-syntax-ns#first")
    nil: Final = Term("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")
    rest: Final = Term("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest")
    type: Final = Term("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    """http://www.w3.org/2000/01/rdf-schema#"""

    domain: Final = Term("http://www.w3.org/2000/01/rdf-schema#domain")
    Literal: Final = Term("http://www.w3.org/2000/01/rdf-schema#Literal")
    range: Final = Term("http://www.w3.org/2000/01/rdf-schema#range")
    subClassOf: Final = Term("http://www.w3.org/2000/01/rdf-schema#subClassOf")


class SCHEMA:
    """https://schema.org/"""

    rangeIncludes: Final = Term("https://schema.org/rangeIncludes")
    url: Final = Term("https://schema.org/url")


class SKOS:
    """http://www.w3.org/2004/02/skos/core#"""

    altLabel: Final = Term("http://www.w3.org/2004/02/skos/core#altLabel")
    broader: Final = Term("http://www.w3.org/2004/02/skos/core#broader")
    Concept: Final = Term("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = Term("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    definition: Final = Term("http://www.w3.org/2004/02/skos/core#definition")
    exactMatch: Final = Term("http://www.w3.org/2004/02/skos/core#exactMatch")
    example: Final = Term("http://www.w3.org/2004/02/skos/core#example")
    inScheme: Final = Term("http://www.w3.org/2004/02/skos/core#inScheme")
    notation: Final = Term("http://www.w3.org/2004/02/skos/core#notation")
    prefLabel: Final = Term("http://www.w3.org/2004/02/skos/core#prefLabel")
    scopeNote: Final = Term("http://www.w3.org/2004/02/skos/core#scopeNote")
    topConceptOf: Final = Term("http://www.w3.org/2004/02/skos/core#topConceptOf")


class VANN:
    """http://purl.org/vocab/vann/"""

    preferredNamespacePrefix: Final = Term("http://purl.org/vocab/vann/preferredNamespacePrefix")
    preferredNamespaceUri: Final = Term("http://purl.org/vocab/vann/preferredNamespaceUri")


class XSD:
    """http://www.w3.org/2001/XMLSchema#"""

    boolean: Final = Term("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = Term("http://www.w3.org/2001/XMLSchema#date")
    dateTime: Final = Term("http://www.w3.org/2001/XMLSchema#dateTime")
    decimal: Final = Term("http://www.w3.org/2001/XMLSchema#decimal")
    integer: Final = Term("http://www.w3.org/2001/XMLSchema#integer")
    string: Final = Term("http://www.w3.org/2001/XMLSchema#string")


PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "graph": "https://parley.example/graph/",
        "id": "https://parley.example/id/",
        "issue": "https://parley.example/issue/",
        "kg": "https://parley.example/ns#",
        "oa": "http://www.w3.org/ns/oa#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vann": "http://purl.org/vocab/vann/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
