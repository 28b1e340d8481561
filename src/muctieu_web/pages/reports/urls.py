"""Addresses of this part of the site: reports, their versions, the reader, cards of claims and findings."""

from django.urls import path

from muctieu_web.pages.reports import cards, files, reader, sections, views

VERSION = "reports/<int:report>/versions/<int:number>/"
urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/compare/", views.comparison, name="compare_reports"),
    path("reports/<int:report>/", views.newest, name="report"),
    path("reports/<int:report>/upload/", views.upload_version, name="upload_version"),
    path("reports/<int:report>/versions/", views.versions, name="versions"),
    path("reports/<int:report>/archive/", views.archive, name="archive_report"),
    path(VERSION, reader.reader, name="reader"),
    path(f"{VERSION}progress/", reader.progress, name="reading_progress"),
    path(f"{VERSION}again/", reader.again, name="read_again"),
    path(f"{VERSION}file/", files.original, name="original_file"),
    path(f"{VERSION}annotated/", files.annotated, name="annotated_file"),
    path(f"{VERSION}claims/<int:order>/", cards.claim, name="claim"),
    path(f"{VERSION}findings/<int:order>/", cards.finding, name="finding"),
    path(f"{VERSION}sections/", sections.section, name="section_review"),
]
