"""Reports that people upload: each file kept as it came, its reading, its claims, its findings, and what people made of them."""

from __future__ import annotations

from django.db import models

from muctieu_web.store.fields import ExactDecimalField, FoldedField
from muctieu_web.store.person import Person
from muctieu_web.store.place import Place


class Report(models.Model):
    """A report through its versions. `archived` takes it out of the lists; nothing is ever deleted."""

    title = models.CharField(max_length=300)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="reports")
    period = models.CharField(max_length=21, blank=True)
    created = models.DateTimeField()
    archived = models.BooleanField(default=False)
    folded = FoldedField(max_length=300, of=("title",), db_index=True)

    class Meta:
        ordering = ("-created", "-id")

    def __str__(self) -> str:
        return self.title


class State(models.TextChoices):
    """How far the reading of a version is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


class Version(models.Model):
    """One file of a report. `document` holds the wire format's `document` object and the layout the reader page needs.

    `step` (0 to 100) is how far the reading is; `failure_vi`, `failure_en` one sentence where it failed. `stamp` grows with
    everything that changes how the version looks: a reading, a review, an acceptance.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.FileField(upload_to="reports/%Y/%m/")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True)
    uploaded = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    step = models.PositiveSmallIntegerField(default=0)
    failure_vi = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    reader = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True)
    document = models.JSONField(default=dict)
    targets_read = models.JSONField(default=list)
    held = models.PositiveIntegerField(default=0)
    claim_count = models.PositiveIntegerField(default=0)
    finding_count = models.PositiveIntegerField(default=0)
    stamp = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("report", "number"), name="one_number_a_version"),)

    def __str__(self) -> str:
        return f"{self.report.title} ({self.number})"


class Claim(models.Model):
    """A claim as the machine read it: the fields of the wire format."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="claims")
    order = models.PositiveIntegerField()
    wire_id = models.CharField(max_length=12)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    value = ExactDecimalField()
    value_to = ExactDecimalField(null=True)
    resolution = ExactDecimalField()
    unit = models.CharField(max_length=120)
    per = models.JSONField(default=list)
    comparator = models.CharField(max_length=8)
    kind = models.CharField(max_length=12)
    status = models.CharField(max_length=10)
    period = models.CharField(max_length=40, null=True)
    basis = models.CharField(max_length=40, null=True)
    indicator = models.TextField()
    whole = ExactDecimalField(null=True)
    section = models.CharField(max_length=120, null=True)
    footnote = models.PositiveIntegerField(null=True)
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()

    class Meta:
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("version", "order"), name="one_claim_a_place"),)


class Finding(models.Model):
    """A finding as the audit wrote it: the fields of the wire format, and its sentence in both languages."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="findings")
    order = models.PositiveIntegerField()
    rule = models.CharField(max_length=12)
    severity = models.CharField(max_length=8)
    start = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    wire = models.JSONField()
    message_vi = models.TextField()
    message_en = models.TextField()

    class Meta:
        ordering = ("order",)


class Acceptance(models.Model):
    """A finding that a person says is as it should be, and why; kept by report and fingerprint, so that it survives re-reading."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="acceptances")
    fingerprint = models.CharField(max_length=64)
    reason = models.TextField()
    person = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("report", "fingerprint"), name="one_acceptance_a_finding"),)

    def __str__(self) -> str:
        return self.fingerprint


class Review(models.Model):
    """What a person made of one claim: corrected fields, accepted into the register, or rejected with a reason.

    Kept apart from the machine's reading, tied to the words themselves (`start`, `end`, `text`, and some words `before`), so
    that it survives reading the file again with a newer reader. `carried`: the review of an earlier version that it was copied from.
    """

    version = models.ForeignKey(Version, models.CASCADE, related_name="reviews")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    before = models.CharField(max_length=80, blank=True)
    corrections = models.JSONField(default=dict)
    verdict = models.CharField(max_length=8, blank=True)
    reason = models.TextField(blank=True)
    observation = models.ForeignKey("store.Observation", models.SET_NULL, null=True, blank=True, related_name="reviews")
    target = models.ForeignKey("store.Target", models.SET_NULL, null=True, blank=True, related_name="reviews")
    carried = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    person = models.ForeignKey(Person, models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "start", "end"), name="one_review_a_claim"),)

    def __str__(self) -> str:
        return self.text[:120]
