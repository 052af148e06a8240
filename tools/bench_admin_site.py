"""Django's admin over the lines of a brief: one table, one changelist, nobody asked who they are."""

from django.contrib import admin
from django.db import models
from django.urls import path

from tools.bench_admin import COLUMNS


class Line(models.Model):
    """One line of the brief as a row of a table."""

    id = models.BigAutoField(primary_key=True)
    section = models.TextField()
    who = models.TextField()
    name = models.TextField()
    level = models.TextField()
    what = models.TextField()
    by = models.DateField(null=True)
    days = models.IntegerField(null=True)
    owner = models.TextField()
    unit = models.TextField()
    why = models.TextField()
    authority = models.TextField()

    class Meta:
        app_label = "auth"
        managed = False
        db_table = "line"


class Open(admin.AdminSite):
    """An admin that asks nobody to sign in."""

    def has_permission(self, _request: object) -> bool:
        return True


class Lines(admin.ModelAdmin):  # type: ignore[type-arg]
    """The changelist as a force would set it up: every column, filters at the side, 25 rows a page."""

    list_display = COLUMNS
    list_filter = ("section", "level", "unit")
    search_fields = ("who", "name")
    list_per_page = 25
    ordering = ("id",)

    def has_view_permission(self, _request: object, _obj: object = None) -> bool:
        return True

    has_module_permission = has_change_permission = has_view_permission  # type: ignore[assignment]

    def has_add_permission(self, _request: object) -> bool:
        return False

    def has_delete_permission(self, _request: object, _obj: object = None) -> bool:
        return False


site = Open(name="admin")
site.register(Line, Lines)
urlpatterns = [path("admin/", site.urls)]
