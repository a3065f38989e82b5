"""Figures of GP online services in England as tables of pandas.

    import gp_online
    figures = gp_online.get_figures("records_enabled", level="region", period="latest")

Take this one file; it needs pandas and nothing else. Figures of a release never change: name it with
``release=`` and the same lines give the same table next year.
"""

import json
import os
import urllib.error
import urllib.parse
import urllib.request

import pandas

#: Where the API is, unless a call or the variable GP_ONLINE_SERVER of the environment says otherwise.
SERVER = "https://gp-online.example"


class Problem(Exception):
    """What the API says is wrong with a question: its message, with ``status``, ``parameter`` and ``value``."""

    def __init__(self, detail, status=None, parameter=None, value=None):
        super().__init__(detail)
        self.status = status
        self.parameter = parameter
        self.value = value


def get_figures(measure=None, *, release=None, server=None, **question):
    """Figures with their numerators, denominators and coverage, a row for each.

    ``measure``, ``level``, ``area`` and ``parent`` take one text or a list of them; ``period`` is a month such as
    "2018-09" or "latest", or give ``from_`` and ``to``. An empty value is not known, and never zero.

    >>> get_figures("records_enabled", area="E92000001", from_="2018-04", to="2018-09")  # doctest: +SKIP
    """
    return get_table("/figures", measure=measure, release=release, server=server, **question)


def get_table(path, *, server=None, **question):
    """The answer of any endpoint of the API that is a table, such as "/search" or "/comparisons".

    Columns keep their types, empty cells too: counts are Int64, texts are string. ``attrs`` of the table names its
    release and its address. Raises ``Problem`` where the API refuses the question.
    """
    asked = {name.rstrip("_"): _text(value) for name, value in question.items() if value is not None}
    root = (server or os.environ.get("GP_ONLINE_SERVER") or SERVER).rstrip("/")
    address = root + "/api/v1" + path + ("?" + urllib.parse.urlencode(asked, safe=",") if asked else "")
    request = urllib.request.Request(address, headers={"Accept": "application/json"})
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        raise _problem(error) from None
    table = pandas.DataFrame(answer["data"]).convert_dtypes(convert_floating=False)
    table.attrs.update(answer["meta"], address=address)
    return table


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        return str(value)
    return ",".join(map(str, value))


def _problem(error):
    try:
        said = json.load(error)
    except ValueError:
        return Problem(str(error), error.code)
    return Problem(said.get("detail", str(error)), error.code, said.get("parameter"), said.get("value"))
