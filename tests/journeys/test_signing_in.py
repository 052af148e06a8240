"""Signing in to the service."""

from playwright.sync_api import expect

from tests.journeys.service import NARROWEST, Service, accessible


def test_nobody_sees_anything_before_signing_in(service: Service) -> None:
    page = service.open()
    page.goto("/")
    expect(page).to_have_url(f"{service.address}/accounts/login/?next=/")
    accessible(page)


def test_a_manager_signs_in_and_stands_before_today(service: Service) -> None:
    page = service.sign_in("offender-manager", viewport=NARROWEST)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today")
    accessible(page)


def test_a_wrong_password_says_so_and_lets_nobody_in(service: Service) -> None:
    page = service.open()
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill("supervisor")
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("The username and/or password you specified are not correct.")).to_be_visible()
    page.goto("/")
    expect(page).to_have_url(f"{service.address}/accounts/login/?next=/")
