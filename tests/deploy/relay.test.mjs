// What the relay passes, what it keeps back and what it refuses; the simulator's log is the witness.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { APPROVE, ask, BUCKETS, onBoth, operations, refusedByRelay, signed } from "./support/servers.mjs";

const MEBIBYTE = 1024 * 1024;
const all = await operations();

onBoth({}, (of) => {
  /** What of a request reached the gateway. */
  async function arrived(path, options) {
    await of.simulator.clearLog();
    const answer = await of.ask(path, options);
    return { answer, log: await of.simulator.log() };
  }
  async function refused(status, path, options) {
    await of.simulator.clearLog();
    const answer = await of.ask(path, options);
    await refusedByRelay(of, answer, status, `${options?.method ?? "GET"} ${path}`);
  }

  test("passes the 32 operations, each with its method only", async () => {
    assert.equal(all.length, 32);
    for (const { method, path } of all) {
      const { log } = await arrived(`/relay${path}`, { method, body: method === "POST" ? "{}" : undefined });
      assert.deepEqual(log.map((entry) => [entry.method, entry.path]), [[method, path]]);
      const other = method === "GET" ? "POST" : "GET";
      await refused(404, `/relay${path}`, { method: other, body: other === "POST" ? "{}" : undefined });
    }
  });

  test("passes a signed request, and the answer with its clock", async () => {
    const path = `${BUCKETS}?pageNo=1`;
    const answer = await of.ask(`/relay${BUCKETS}`, { headers: signed("GET", BUCKETS) });
    assert.equal(answer.status, 200, answer.text);
    assert.match(answer.headers["content-type"], /^application\/json/);
    // The gateway's errors are the gateway's.
    const wrong = await of.ask(`/relay${path}`, { headers: signed("GET", BUCKETS) });
    assert.equal(wrong.status, 401);
    assert.equal(JSON.parse(wrong.text).error.errorCode, "200");
    await of.simulator.fault("get-bucket-list", { kind: "clock", offsetMs: 3_600_000 });
    const { date } = (await of.ask(`/relay${BUCKETS}`)).headers;
    await of.simulator.clearFaults();
    assert.ok(Math.abs(Date.parse(date) - Date.now() - 3_600_000) < 60_000, date);
  });

  for (const query of [
    "?",
    "?x=1%202&y=a+b&z=%2B",
    "?name=%ED%95%9C%EA%B8%80&lower=%ed%95%9c",
    "?slash=a%2Fb//c&dots=../x/./y&encoded=%2e%2E%2f",
    "?next=/relay/api/v1/y&next=%2Frelay&url=https://a.example/",
    "?a=~!*'()$,;:@&b=%zz&&=&c",
    "?a;b=c?d=%00%0d%0a",
    "?{http.request.host}=$host",
  ]) {
    test(`passes ${query} byte for byte`, async () => {
      const { log } = await arrived(`/relay${BUCKETS}${query}`);
      assert.deepEqual(log.map((entry) => entry.path), [BUCKETS + query]);
      // What cannot be read by the service is a matter between it and the signature; the rest of
      // these the gateway accepts as signed.
      const path = `${APPROVE}${query}`;
      const answer = await of.ask(`/relay${path}`, { method: "POST", headers: signed("POST", path), body: "{}" });
      assert.notEqual(answer.status, 401, answer.text);
    });
  }

  for (const path of [
    "/relay/",
    "/relay/other",
    "/relay/api/v1/",
    `/relay${BUCKETS}/`,
    `/relay${BUCKETS}s`,
    "/relay/api/v1/bucket//get-bucket-list",
    "/relay//api/v1/bucket/get-bucket-list",
    "/relay/api/v1/bucket%2Fget-bucket-list",
    "/relay/api/v1/bucket/get%2Dbucket-list",
    "/relay/api/v1/%62ucket/get-bucket-list",
    "/relay/api/v1/x/../bucket/get-bucket-list",
    "/relay/./api/v1/bucket/get-bucket-list",
    `/x/../relay${BUCKETS}`,
    `//relay${BUCKETS}`,
    `/%72elay${BUCKETS}`,
    "/relay/API/v1/bucket/get-bucket-list",
    "/relay/api/v1/bucket/get-bucket-list;x",
    "/relay/api/v1/bucket/get-bucket-list%20",
    "/relay/api/v1/bucket/get-bucket-list%3Fx",
    "/relay/http://elsewhere.example/api/v1/bucket/get-bucket-list",
    "/relay/@elsewhere.example/",
    "/relay/api/v2/bucket/get-bucket-list",
    `/relay/x/relay${BUCKETS}`,
  ]) {
    test(`refuses ${path}`, () => refused(404, path));
  }

  test("has no other way in than its prefix", async () => {
    for (const path of [BUCKETS, `/x/relay${BUCKETS}`, `/RELAY${BUCKETS}`, `/relay%2F${BUCKETS.slice(1)}`]) {
      const { log } = await arrived(path);
      assert.deepEqual(log, [], path);
    }
  });

  for (const method of ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "M-SEARCH"]) {
    test(`refuses ${method}`, async () => {
      if (method === "HEAD") {
        const { answer, log } = await arrived(`/relay${BUCKETS}`, { method });
        assert.deepEqual([answer.status, log], [405, []]);
      } else {
        await refused(405, `/relay${BUCKETS}`, { method });
      }
    });
  }

  test("passes only the headers that the gateway needs", async () => {
    const wanted = {
      accept: "application/json",
      "content-type": "application/json;charset=UTF-8",
      "x-ncp-apigw-timestamp": "1",
      "x-ncp-iam-access-key": "key",
      "x-ncp-apigw-signature-v2": "signature+/=",
      "x-ncp-lang": "ko-KR",
    };
    const others = [
      "Authorization", "Cookie", "Forwarded", "Origin", "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host",
      "X-Forwarded-Proto", "X-Other", "X-Real-IP", "Via", "TE", "Upgrade", "Accept-Encoding", "Accept-Language",
      "Range", "If-None-Match", "X-HTTP-Method-Override", "Proxy-Authorization", "x-ncp-other", "Cache-Control",
    ];
    const unwanted = Object.fromEntries(others.map((name) => [name, name === "Origin" ? of.server.origin : "unwanted"]));
    const headers = { ...wanted, ...unwanted };
    const { log: [full] } = await arrived(`/relay${APPROVE}`, { method: "POST", headers, body: "{}" });
    assert.deepEqual([...full.headerNames].sort(), ["connection", "content-length", "host", ...Object.keys(wanted)].sort());
    for (const name of ["accept", "content-type", "x-ncp-apigw-timestamp", "x-ncp-lang"]) assert.equal(full.headers[name], wanted[name], name);
    assert.equal(full.headers.host, "databoxframe.apigw.ntruss.com");
    assert.equal(full.headers.connection, "close");
    assert.equal(full.body, "{}");
    // What the browser did not send is not sent on, empty or not.
    const { log: [bare] } = await arrived(`/relay${BUCKETS}`, { headers: { "accept-encoding": "gzip", connection: "x-ncp-lang" } });
    assert.deepEqual([...bare.headerNames].sort(), ["connection", "host"]);
  });

  test("passes a body of 1 MiB unchanged, and nothing larger", async () => {
    const body = "한".repeat(100) + "x".repeat(MEBIBYTE - 300);
    assert.equal(Buffer.byteLength(body), MEBIBYTE);
    const { log } = await arrived(`/relay${APPROVE}`, { method: "POST", body });
    assert.equal(log.length, 1);
    assert.ok(log[0].body === body, "the body is the same");
    await refused(413, `/relay${APPROVE}`, { method: "POST", body: `${body}x` });
    // Not a part of it either, where the length is not said before.
    await refused(413, `/relay${APPROVE}`, { method: "POST", body: `${body}x`, chunked: true });
  });

  test("refuses pages of other sites, in the words of the browser", async () => {
    for (const site of ["cross-site", "same-site"]) {
      await refused(403, `/relay${BUCKETS}`, { headers: { "Sec-Fetch-Site": site, Origin: "https://evil.example" } });
    }
    for (const headers of [{ "Sec-Fetch-Site": "same-origin" }, { "Sec-Fetch-Site": "none" }, {}]) {
      const { answer, log } = await arrived(`/relay${BUCKETS}`, { headers });
      assert.equal(log.length, 1);
      for (const name of Object.keys(answer.headers)) assert.doesNotMatch(name, /^access-control-/);
    }
  });

  test("takes out of an answer what would steer the browser", async () => {
    await of.simulator.fault("get-bucket-list", { kind: "answer", status: 302, contentType: "text/html", body: "moved" }, 1);
    const { answer, log } = await arrived(`/relay${BUCKETS}`);
    assert.equal(log.length, 1, "a redirect is not followed");
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.location, undefined);
    assert.equal(answer.headers["cache-control"], "no-store");
    assert.equal(answer.text, "moved");
  });

  test("answers a health path without the gateway", async () => {
    const { answer, log } = await arrived("/relay/health");
    assert.deepEqual([answer.status, JSON.parse(answer.text), log], [200, { relay: "ok" }, []]);
    assert.equal(answer.headers["content-type"], "application/json");
    assert.equal(answer.headers["cache-control"], "no-store");
  });

  test("logs no query, no signature, no key and no body", async () => {
    const headers = { "x-ncp-apigw-signature-v2": "a-signature", "x-ncp-iam-access-key": "a-key", cookie: "a-cookie" };
    const options = { method: "POST", headers, body: '{"password":"a-password"}' };
    const another = { ...options, headers: { ...headers, "x-ncp-apigw-signature-v2": "another, a-signature" } };
    await of.ask(`/relay${APPROVE}?find=a-value`, options);
    await of.ask(`/relay/elsewhere?find=a-value`, options);
    await of.simulator.fault("export-file-approve", { kind: "close", when: "before" }, 1);
    assert.equal((await of.ask(`/relay${APPROVE}`, another)).status, 502);
    const log = await of.server.accessLog();
    for (const path of [APPROVE, "/elsewhere"]) assert.ok(log.includes(`/relay${path}`), log);
    assert.doesNotMatch(log, /a-value|a-signature|a-key|a-password|a-cookie|\?/);
    assert.doesNotMatch(of.server.output(), /a-signature|a-key|a-password|a-cookie/);
  });
});

test("the simulator itself would have answered", async () => {
  // A control: what the relay refuses above, a gateway without it does not.
  const simulator = await startSimulator();
  try {
    await ask(`http://${simulator.host}`, BUCKETS, { method: "PUT", headers: { cookie: "c", origin: "https://evil.example" } });
    const [entry] = await simulator.log();
    assert.equal(entry.method, "PUT");
    assert.ok(entry.headerNames.includes("cookie") && entry.headerNames.includes("origin"));
  } finally {
    await simulator.stop();
  }
});
