"""Whether a request, as it was sent, keeps to the description.

schemathesis judges what it meant to send, and forgives where a text may be read another way. This judges
the bytes, with the points where simulator/DIFFERENCES.md says that the simulator takes more.
"""

import json
import urllib.parse

from jsonschema import Draft202012Validator

# How the description writes a number in a string.
DIGITS = "^[0-9]{1,19}$"
# What names the server or cluster that an item is about.
NUMBERS = ("serverInstanceNo", "hadoopInstanceNo")


def judge(request, definition):
    """True if it does, False if not, None if the description can't tell."""
    parts = urllib.parse.urlsplit(request.url)
    try:
        query = urllib.parse.parse_qsl(parts.query, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        return False
    if "requestBody" not in definition:
        given = {name: InQuery(value) for name, value in query}
        return len(given) == len(query) and not request.body and fits(given, query_schema(definition))
    try:
        text = request.body.decode() if isinstance(request.body, bytes) else request.body
        body = json.loads(text or "", parse_constant=no_number)
    except ValueError:
        return False
    schema = definition["requestBody"]["content"]["application/json"]["schema"]
    if query or not fits(body, schema):
        return False
    return among_fields(body.get("dataBoxInfo") or {})


def no_number(name):
    raise ValueError(f"{name} is not JSON")


def query_schema(definition):
    fields = [field for field in definition["parameters"] if field.get("in") == "query"]
    return {
        "properties": {field["name"]: field["schema"] for field in fields},
        "required": [field["name"] for field in fields if field["required"]],
        "additionalProperties": False,
    }


def fits(given, schema):
    return isinstance(given, dict) and Draft202012Validator(schema).is_valid(strict(given, schema))


def among_fields(info):
    """What is in words only: bounds between fields, and which server is meant where only one is."""
    if "sslVpnCount" in info and int(info["sslVpnCount"]) > 3 * len(info["connectServerList"]):
        return False
    items = [item for value in info.values() if isinstance(value, list) for item in value]
    unnamed = [
        item
        for item in items
        if item.get("actionType") in ("UPDATE", "DELETE")
        and all(item.get(name) is None for name in (*NUMBERS, "nasInstanceNo"))
    ]
    return None if unnamed else True


def strict(value, schema):
    """The same value as the description wants it, as far as the simulator is lenient."""
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        # Null is the same as nothing.
        given = {
            name: strict(found, fields.get(name, {}))
            for name, found in value.items()
            if found is not None or name not in fields
        }
        if "EdgeNodeProdSpecId" in fields and "EdgeNodeProdSpecId" not in given and "edgeNodeProdSpecId" in given:
            given["EdgeNodeProdSpecId"] = given.pop("edgeNodeProdSpecId")
        return given
    if isinstance(value, list):
        kinds = schema.get("items", {})
        return [item(entry, kinds.get("oneOf", [kinds])) for entry in value]
    return scalar(value, schema)


def item(entry, kinds):
    """An item of a list, where it may be of one kind for each action."""
    everywhere = {name: field for kind in kinds for name, field in kind.get("properties", {}).items()}
    entry = strict(entry, {"properties": everywhere})
    if not isinstance(entry, dict):
        return entry
    here = next(
        (
            kind.get("properties", {})
            for kind in kinds
            if kind.get("properties", {}).get("actionType", {}).get("const") == entry.get("actionType")
        ),
        everywhere,
    )
    # A field for another action is read, and then not used.
    unused = [
        name for name in entry
        if name in everywhere and name not in here and Draft202012Validator(everywhere[name]).is_valid(entry[name])
    ]
    entry = {name: value for name, value in entry.items() if name not in unused}
    # Without a number, the only server or cluster of its kind is meant.
    if entry.get("actionType") in ("UPDATE", "DELETE"):
        for name in NUMBERS:
            if name in here:
                entry.setdefault(name, 0)
    return entry


def scalar(value, schema):
    number = whole(value)
    types = schema.get("type", [])
    if number is None:
        # No number of the simulator's, though some are numbers to the description: too large ones.
        return f"{value}" if isinstance(value, (int, float)) and not isinstance(value, bool) else value
    # Ids are numbers or texts of digits, and in a query every number is a text.
    if "integer" in types and (schema.get("format") == "int64" or isinstance(value, InQuery)):
        return number
    if schema.get("pattern") == DIGITS and types == "string":
        return "0"
    return value


def whole(value):
    """The number that the simulator reads, if it reads one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if isinstance(value, float) and value.is_integer() and 0 <= value <= 2**53:
        value = int(value)
    return value if isinstance(value, int) and 0 <= value < 2**64 else None


class InQuery(str):
    """A text out of a query."""
