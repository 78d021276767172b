// deploy/nginx: what it serves, and what its relay passes and keeps back.

import assert from "node:assert/strict";
import { request } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { stage } from "./support/console.mjs";
import { required } from "./support/process.mjs";

const { of } = stage();
const files = await readdir(required("DIST"));
const PATH = "/api/v1/bucket/get-bucket-list";

/** One exchange with the path's bytes as they are; `fetch` would tidy them up. */
function ask(path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(of.nginx.origin);
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** What Trunk.toml sends in development. */
async function developmentHeaders() {
  const text = await readFile(new URL("../../Trunk.toml", import.meta.url), "utf8");
  const section = text.split("[serve.headers]")[1].split("\n[")[0];
  return [...section.matchAll(/^"([\w-]+)" = "(.*)"$/gm)].map(([, name, value]) => [name.toLowerCase(), value]);
}

test("every answer has the headers of development", async () => {
  const headers = await developmentHeaders();
  assert.equal(headers.length, 4);
  const paths = ["/", "/reviews/83/381/1543", "/none.js", "/config.json", ...files.map((name) => `/${name}`)];
  const answers = [...paths, `/relay${PATH}`, "/relay/elsewhere"].map((path) => [path, {}]);
  for (const [path, options] of [...answers, [`/relay${PATH}`, { method: "PUT" }]]) {
    const answer = await ask(path, options);
    for (const [name, value] of headers) assert.equal(answer.headers[name], value, `${name} of ${path}`);
  }
});

test("what may be kept, and for how long", async () => {
  const hashed = files.filter((name) => /-[0-9a-f]{12,}/.test(name));
  assert.ok(hashed.length >= 5, hashed.join());
  for (const name of hashed) {
    assert.equal((await ask(`/${name}`)).headers["cache-control"], "public, max-age=31536000, immutable", name);
  }
  for (const path of ["/", "/frames", "/index.html", "/config.json", "/none-0123456789abcdef.js"]) {
    assert.equal((await ask(path)).headers["cache-control"], "no-cache", path);
  }
  for (const path of [`/relay${PATH}`, "/relay/elsewhere", "/relay/api/v1/a-0123456789abcdef.js"]) {
    assert.equal((await ask(path)).headers["cache-control"], "no-store", path);
  }
});

test("addresses of the console are the page, missing files are missing", async () => {
  const page = await ask("/");
  assert.match(page.headers["content-type"], /^text\/html/);
  for (const path of ["/connect", "/frames/83/boxes/381", "/reviews?q=a.b"]) assert.equal((await ask(path)).text, page.text);
  for (const path of ["/none.js", "/none_bg.wasm", "/a/none.css"]) assert.equal((await ask(path)).status, 404, path);
  const wasm = files.find((name) => name.endsWith(".wasm"));
  assert.equal((await ask(`/${wasm}`)).headers["content-type"], "application/wasm");
  const packed = await ask(`/${wasm}`, { headers: { "Accept-Encoding": "gzip" } });
  assert.equal(packed.headers["content-encoding"], "gzip");
});

test("the relay passes path and query byte for byte", async () => {
  for (const path of [
    "/api/v1/a%2Fb%20c//d?x=1%202&y=%ED%95%9C+z",
    "/api/v1/data-box/../b/./c?a=%2e%2E&b=~!*'()",
    "/api/v1/x?next=/relay/api/v1/y&next=%2Frelay",
    "/api/v1/%ed%95%9c?",
  ]) {
    await of.simulator.clearLog();
    await ask(`/relay${path}`);
    assert.deepEqual((await of.simulator.log()).map((entry) => entry.path), [path]);
  }
});

test("the relay passes only the headers that the gateway needs", async () => {
  await of.simulator.clearLog();
  const wanted = {
    accept: "application/json",
    "content-type": "application/json",
    "x-ncp-apigw-timestamp": "1",
    "x-ncp-iam-access-key": "key",
    "x-ncp-apigw-signature-v2": "signature",
    "x-ncp-lang": "ko-KR",
  };
  const others = ["Authorization", "Cookie", "Forwarded", "Origin", "Referer", "User-Agent", "X-Forwarded-For", "X-Other", "X-Real-IP"];
  const unwanted = Object.fromEntries(others.map((name) => [name, "unwanted"]));
  await ask(`/relay${PATH}`, { method: "POST", headers: { ...wanted, ...unwanted }, body: "{}" });
  await ask(`/relay${PATH}`);
  const [full, bare] = await of.simulator.log();
  assert.deepEqual([...full.headerNames].sort(), ["connection", "content-length", "host", ...Object.keys(wanted)].sort());
  assert.equal(full.headers.host, "databoxframe.apigw.ntruss.com");
  assert.equal(full.body, "{}");
  assert.deepEqual([...bare.headerNames].sort(), ["connection", "host"]);
});

test("the relay serves GET and POST to the API, and nothing else", async () => {
  await of.simulator.clearLog();
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]) {
    assert.equal((await ask(`/relay${PATH}`, { method })).status, 405, method);
  }
  for (const path of ["/relay/", "/relay/other", "/relay/http://elsewhere.example/", "/x/../relay/api/v1/a", "/relay/%61pi/v1/a"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
  assert.equal((await ask(`/relay${PATH}`, { method: "POST", body: "x".repeat(1024 * 1024 + 1) })).status, 413);
  assert.deepEqual(await of.simulator.log(), []);
});

test("the gateway's clock comes through", async () => {
  await of.simulator.reset();
  await of.simulator.fault("get-bucket-list", { kind: "clock", offsetMs: 3_600_000 });
  const { date } = (await ask(`/relay${PATH}`)).headers;
  await of.simulator.clearFaults();
  assert.ok(Math.abs(Date.parse(date) - Date.now() - 3_600_000) < 60_000, date);
});

test("what fails is not repeated", async () => {
  await of.simulator.reset();
  await of.simulator.fault("get-bucket-list", { kind: "close", when: "before" });
  assert.equal((await ask(`/relay${PATH}`)).status, 502);
  assert.equal((await of.simulator.log()).length, 1);
  await of.simulator.reset();
});

test("the log holds no query, no signature and no body", async () => {
  const headers = { "x-ncp-apigw-signature-v2": "a-signature", "x-ncp-iam-access-key": "a-key" };
  await ask(`/relay${PATH}?find=a-value`, { method: "POST", headers, body: '{"password":"a-password"}' });
  const log = await of.nginx.accessLog();
  assert.ok(log.includes(`POST /relay${PATH} `), log);
  assert.doesNotMatch(log, /a-value|a-signature|a-key|a-password|\?/);
});
