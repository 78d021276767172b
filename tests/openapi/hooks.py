"""What schemathesis does not know by itself: the signature, what is in the account, and where the
simulator is lenient on purpose. Loaded by schemathesis (schemathesis.toml).
"""

import atexit
import base64
import collections
import hashlib
import hmac
import json
import os
import time
import types
import urllib.request
import zlib

import schemathesis
from hypothesis import strategies as st
from requests.auth import AuthBase
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData, UnsupportedMethodResponse

from account import Account
from wire import judge

ACCESS_KEY = os.environ["ACCESS_KEY"]
SECRET_KEY = os.environ["SECRET_KEY"]
GATEWAY = os.environ["GATEWAY"]
CONTROL = os.environ["CONTROL"]


def sign(method, path_and_query):
    """The three headers of signature v2 for exactly this path and query."""
    timestamp = str(int(time.time() * 1000))
    text = f"{method} {path_and_query}\n{timestamp}\n{ACCESS_KEY}"
    mac = hmac.new(SECRET_KEY.encode(), text.encode(), hashlib.sha256)
    return {
        "x-ncp-apigw-timestamp": timestamp,
        "x-ncp-iam-access-key": ACCESS_KEY,
        "x-ncp-apigw-signature-v2": base64.b64encode(mac.digest()).decode(),
    }


class Signature(AuthBase):
    """Signs a request when nothing about it changes any more."""

    def __call__(self, request):
        request.headers.update(sign(request.method, request.path_url))
        return request


def password(parts):
    upper, lower, digit, special, rest = parts
    return upper + rest[:3] + lower + digit + special + rest[3:]


# Found by chance, hardly any text is one.
schemathesis.openapi.format(
    "password",
    st.tuples(
        st.sampled_from("ABCXYZ"),
        st.sampled_from("abcxyz"),
        st.sampled_from("0189"),
        st.sampled_from("!#$%()*+,-.:;<=>?@[\\]^_{|}~"),
        st.text("ABCXYZabcxyz0189!#$%()*+,-.:;<=>?@[\\]^_{|}~", min_size=4, max_size=10),
    ).map(password),
)
schemathesis.auth.set_from_requests(Signature())
account = None
changed = False
answers = collections.defaultdict(collections.Counter)


@schemathesis.hook
def before_call(context, case, kwargs):
    """The same world for every request, and for valid ones mostly numbers of what exists."""
    global account, changed
    if changed:
        urllib.request.urlopen(urllib.request.Request(CONTROL + "/reset", method="POST"), timeout=10).close()
    changed = case.method == "POST"
    if account is None:
        account = Account(GATEWAY, sign)
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    body = case.body if isinstance(case.body, dict) else None
    given = case.query if body is None else body
    if body is None:
        # 83.0 is a whole number in JSON; a query has digits.
        given.update({name: int(value) for name, value in given.items() if isinstance(value, float)})
    seed = zlib.crc32(json.dumps(given, sort_keys=True, default=str).encode())
    # One in eight keeps the numbers it was made with, which hardly ever exist.
    if given and seed % 8:
        fill(given, account.existing(described(case), lambda rows: rows[seed % len(rows)]))
    new_box = (body or {}).get("dataBoxInfo", {})
    if "sslVpnCount" in new_box:
        # What depends on another field is described in words only.
        new_box["sslVpnCount"] = min(new_box["sslVpnCount"], 3 * len(new_box["connectServerList"]))


def described(case):
    """Name and fields of an operation, those of the box inside a body too."""
    schema = case.operation.definition.raw
    fields = {parameter.get("name") for parameter in schema["parameters"]}
    if "requestBody" in schema:
        properties = schema["requestBody"]["content"]["application/json"]["schema"]["properties"]
        fields |= set(properties) | set(properties.get("dataBoxInfo", {}).get("properties", {}))
    return types.SimpleNamespace(name=schema["operationId"], fields=fields)


def fill(given, existing):
    """Puts what exists in the place of what was made up, in the type that was made up."""
    for name, value in given.items():
        known = existing.get(name)
        if isinstance(value, dict):
            fill(value, existing)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, dict):
                    fill(item, existing.get(name) or {})
        elif known is not None:
            given[name] = type(value)(known)


@schemathesis.hook
def after_call(context, case, response):
    if case.meta is not None and case.meta.generation.mode.is_positive:
        answers[case.operation.label][response.status_code] += 1


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """False for what schemathesis calls a failure and the API reference allows."""
    error = refusal(response)
    if isinstance(failure, UnsupportedMethodResponse):
        # Documented: a path without this method is not found. There is no 405.
        return error != (404, "300")
    if isinstance(failure, RejectedPositiveData):
        # Well formed, but there is no such thing, or a rule forbids it now. A description can say neither.
        return not (error == (404, "10009") or (error[0] == 400 and error[1].startswith("130")))
    if isinstance(failure, AcceptedNegativeData):
        # Wrong as it was made, but right as it was sent.
        return judge(response.request, case.operation.definition.raw) is False
    return True


def refusal(response):
    """Status and code of an error."""
    try:
        return response.status_code, str(response.json()["error"]["errorCode"])
    except (KeyError, TypeError, ValueError):
        return response.status_code, ""


@schemathesis.check
def what_was_sent_decides(ctx, response, case):
    """A wrong request is a parameter error, a right one is none."""
    if response.request.method != case.operation.method.upper():
        return
    right = judge(response.request, case.operation.definition.raw)
    refused = refusal(response) in ((400, "10001"), (400, "100"))
    if right is not None and right == refused:
        raise AssertionError("A right request was refused" if right else "A wrong request was taken")


@atexit.register
def report():
    """For run.py: how often which status answered an operation's valid requests."""
    with open(os.environ["STATISTICS"], "w", encoding="utf-8") as file:
        json.dump(answers, file)
