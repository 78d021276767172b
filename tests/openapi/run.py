"""Validates public/openapi.json and holds the running simulator against it.

Started by `cargo xtask test openapi`, which says where the simulator is: GATEWAY, CONTROL, ACCESS_KEY and
SECRET_KEY. The last two lines count what passed and failed.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DESCRIPTION = HERE.parent.parent / "public/openapi.json"


def main():
    tools = pathlib.Path(sys.executable).parent
    # Nothing that the tools leave behind belongs in the project.
    with tempfile.TemporaryDirectory() as folder:
        statistics = pathlib.Path(folder, "statistics.json")
        environment = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(HERE),
            "PYTHONUNBUFFERED": "1",
            "STATISTICS": str(statistics),
        }

        def run(tool, *arguments):
            return subprocess.run([tools / tool, *arguments], cwd=folder, env=environment).returncode == 0

        results = [
            run("openapi-spec-validator", "--schema", "3.1", "--validation-errors", "all", str(DESCRIPTION)),
            run(
                "schemathesis",
                *("--config-file", str(HERE / "schemathesis.toml")),
                *("run", "--url", os.environ["GATEWAY"], str(DESCRIPTION)),
            ),
            *every_operation_succeeded(statistics),
        ]
    print(f"# pass {results.count(True)}")
    print(f"# fail {results.count(False)}")
    return 0 if all(results) else 1


def every_operation_succeeded(statistics):
    """Whether valid requests were answered with what was asked for: one result for each operation.

    Otherwise schemathesis could have seen nothing but refusals, and no answer's shape.
    """
    answers = json.loads(statistics.read_text(encoding="utf-8")) if statistics.exists() else {}
    for path, methods in json.loads(DESCRIPTION.read_text(encoding="utf-8"))["paths"].items():
        for method in methods:
            counts = answers.get(f"{method.upper()} {path}", {})
            succeeded = counts.get("200", 0) > 0
            if not succeeded:
                print(f"no valid request succeeded: {method.upper()} {path} {counts}")
            yield succeeded


sys.exit(main())
