"""Forms drawn by our own element templates."""

from django.forms.renderers import TemplatesSetting


class Elements(TemplatesSetting):
    """Fields are drawn by `elements/field.html`, which alone decides how one looks."""

    field_template_name = "elements/field.html"
