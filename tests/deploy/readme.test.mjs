// deploy/README.md and the configurations name the same things.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { operations, RELAY_CODES } from "./support/servers.mjs";

const read = (name) => readFile(new URL(`../../deploy/${name}`, import.meta.url), "utf8");
const [readme, http, rules] = await Promise.all(["README.md", "nginx/http.inc", "caddy/rules.caddy"].map(read));

test("every file that it names is there", () => {
  const named = [...readme.matchAll(/\]\(([^)#]+)\)|\bdeploy\/([\w./-]+[\w])/g)].map(([, link, path]) => link ?? path);
  assert.ok(named.length > 10);
  for (const name of named) assert.ok(existsSync(new URL(`../../deploy/${name}`, import.meta.url)), name);
  const anchors = [...readme.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  const anchor = (text) => text.toLowerCase().replace(/[^\w -]/g, "").replaceAll(" ", "-");
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, text]) => anchor(text));
  for (const one of anchors) assert.ok(headings.includes(one), one);
});

test("both servers say the same, and the page lists all of it", () => {
  const said = (text, pattern) =>
    Object.fromEntries([...text.matchAll(pattern)].map(([, status, code, message]) => [status, [code, message]]));
  const nginx = said(http, /^ +(\w+) '\{"error":\{"errorCode":"(\w+)","message":"(.+?)"\}\}/gm);
  const caddy = said(rules, /^\t+(\w+) (RELAY_\w+) "(.+)"$/gm);
  // Only nginx remembers requests.
  const { 409: repeated, 429: rate, ...ofNginx } = nginx;
  assert.ok(repeated && rate);
  assert.deepEqual(caddy, ofNginx);
  const rows = [...readme.matchAll(/^\| (\d{3}) \| `(RELAY_\w+)` \|/gm)];
  const table = Object.fromEntries(rows.map(([, status, code]) => [status, code]));
  assert.deepEqual(table, { 400: "RELAY_REQUEST", ...RELAY_CODES });
});

test("both servers have the same list of operations, and no other", async () => {
  for (const text of [http, rules]) {
    const patterns = [...text.matchAll(/\/api\/v1\/\((?:\?:)?(.*)\)\((?:\?:)?\\\?/g)].map(([, pattern]) => pattern);
    assert.equal(patterns.length, 2);
    const paths = patterns.flatMap(alternatives);
    assert.deepEqual(paths.map((path) => `/api/v1/${path}`).sort(), (await operations()).map(({ path }) => path).sort());
  }
});

/** What an expression of texts, `|` and groups matches. */
function alternatives(pattern) {
  let at = 0;
  function choice() {
    let all = sequence();
    while (pattern[at] === "|") {
      at += 1;
      all = all.concat(sequence());
    }
    return all;
  }
  function sequence() {
    let ends = [""];
    while (at < pattern.length && !"|)".includes(pattern[at])) {
      if (pattern[at] === "(") {
        at += pattern.startsWith("(?:", at) ? 3 : 1;
        const inner = choice();
        at += 1;
        ends = ends.flatMap((end) => inner.map((more) => end + more));
      } else {
        ends = ends.map((end) => end + pattern[at]);
        at += 1;
      }
    }
    return ends;
  }
  return choice();
}
