"""What came with a referral is filled in or put right, and nobody's words are written over unseen."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from watchkeeper.audit.standing import standing
from watchkeeper.suspects import models
from watchkeeper.suspects.actions.receiving import put_right
from watchkeeper.web import form_parts as parts
from watchkeeper.web import suspect_forms as forms
from watchkeeper.web.entered import Entered, entered
from watchkeeper.web.episode_persons import answer
from watchkeeper.web.meanwhile import day_said, settle
from watchkeeper.web.suspect_looking import suspect_page
from watchkeeper.web.suspect_receiving import report_parts, report_told
from watchkeeper.workforce.acts import Acting, Refused
from watchkeeper.workforce.facts import Power

SAVED = "Saved. What it said before is kept; the manager of somebody on the register is told now."
UNCHANGED = "Nothing was changed, and nothing was written."
ASKED = ("works", "children", "sender")
"""Fields that say "not known" where they say nothing."""


@suspect_page(Power.WORK_SUSPECT)
def complete(request: HttpRequest, *, suspect: str) -> HttpResponse:
    """Fill in or put right what came, and say who on record the suspect is."""
    asking, case = forms.of_referral(request)
    row = next(iter(standing(models.Referral, ref=suspect, known_at=asking.at)))
    form, stands = entered(request), _stands(row)
    if request.method == "POST":
        _settle(form, stands)
        told = report_told(form, asking, case.referral)

        def do(acting: Acting) -> models.Referral:
            try:
                return put_right(told, acting, over=row.id)
            except Refused:  # perhaps for what was saved in this very moment: then both are shown
                _settle(form, _stands(models.Referral.objects.filter(ref=suspect).latest("id")))
                raise

        def says(stands: models.Referral) -> str:
            return SAVED if stands.id != row.id else UNCHANGED

        code = told.referral.postcode
        codes = [code] if code != row.postcode else []
        return forms.recorded(request, form, do, "person", says, codes=codes)
    intro = ["Who on record a suspect may be is weighed: the page of the referral leads there."]
    marked = [part for each in report_parts(row) for part in (*_was(each, stands), each)]
    return forms.asked(request, form, marked, "What came, and who it is about", "Save", intro)


def _stands(row: models.Referral) -> dict[str, str]:
    """What the fields of the form show of what is on record, by name."""
    return {
        "sender": row.sender,
        "sent_as": row.sent_as,
        "given": row.given_names,
        "family": row.family_name,
        "born": day_said(row.born_on),
        "person": row.person,
        "works": answer(row.works_with_children),
        "postcode": row.postcode,
        "children": answer(row.children),
        "platform": row.platform,
        "summary": row.summary,
    }


def _settle(form: Entered, stands: dict[str, str]) -> None:
    settle(form, stands, {"born": day_said(Entered(form.data).day("born"))})


def _was(part: parts.Part, stands: dict[str, str]) -> list[parts.Part]:
    """What a field held when the form was opened, before the field itself."""
    name = part.get("name", "")
    if name not in stands:
        return []
    shown = "" if stands[name] or name not in ASKED else "Not known"
    return [parts.was(name, stands[name], shown=shown)]


addresses = [path("suspects/<suspect:suspect>/report/", complete, name="suspect-report")]
