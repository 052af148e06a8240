"""The columns of alerts that are counted. Alerts are raised here: no file gives them, so none is imported."""

from watchkeeper.alerts.facts import Kind, Urgency
from watchkeeper.engine.tables import Table, code, instant, text

_ALERT = text("alert_ref", "The alert, by its ref in alerts.", needed=True, refers="alerts")
_AT = instant("at", "Day and time.", needed=True, past=True)

TABLES = (
    Table(
        "alerts",
        "alerts.Alert",
        "Alerts raised.",
        (
            code("kind", "What it is about.", Kind, needed=True),
            text("unit", "Unit it was raised to; blank for the whole force."),
            code("urgency", "How soon somebody must act.", Urgency, needed=True),
            instant("raised_at", "Day and time it was raised.", needed=True, past=True),
        ),
        about="",
    ),
    Table(
        "alert_acknowledgements",
        "alerts.Acknowledgement",
        "Alerts that somebody took on.",
        (_ALERT, _AT),
        about="",
    ),
    Table("alert_deliveries", "alerts.Delivery", "Alerts that somebody was shown.", (_ALERT, _AT), about=""),
)
