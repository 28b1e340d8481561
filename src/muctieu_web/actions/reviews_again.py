"""After a file was read again: each review is tied anew to the claim that it was made of, so that what people did survives."""

from __future__ import annotations

from difflib import SequenceMatcher

from muctieu_web.store.models import Claim, Review

BEFORE = 80


def words_before(text: str, start: int) -> str:
    """The words that stand before a figure, by which it is known again."""
    return text[max(0, start - BEFORE) : start]


def tie_reviews(version: int, text: str) -> int:
    """Moves reviews whose figure is no longer where it was to the same words with the likest words before; how many found none.

    A review whose figure the newer reading does not have stays as it is, and is shown apart.
    """
    claims = list(Claim.objects.filter(version_id=version).values_list("start", "end", "text"))
    reviews = list(Review.objects.filter(version_id=version).order_by("id"))
    there = {(start, end): words for start, end, words in claims}
    kept = {(one.start, one.end) for one in reviews if there.get((one.start, one.end)) == one.text}
    free = [one for one in claims if one[:2] not in kept]
    lost = 0
    for review in reviews:
        if (review.start, review.end) in kept:
            continue
        like = [one for one in free if one[2] == review.text] or [
            one for one in free if one[0] < review.end and review.start < one[1]
        ]
        if not like:
            lost += 1
            continue
        best = max(like, key=lambda one: (likeness(review.before, text, one[0]), -abs(one[0] - review.start)))
        free.remove(best)
        review.start, review.end, review.text = best
        review.before = words_before(text, best[0])
        review.save(update_fields=["start", "end", "text", "before"])
    return lost


def likeness(before: str, text: str, start: int) -> float:
    """How like the words before a figure are to those before this place of the text, from 0 to 1."""
    return SequenceMatcher(None, before, words_before(text, start), autojunk=False).ratio()
