// The relay on an origin of its own: it serves one other origin, and answers preflights itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { APPROVE, BUCKETS, onBoth, refusedByRelay, signed } from "./support/servers.mjs";

const CONSOLE = "https://console.company.example";
const HEADERS = ["accept", "content-type", "x-ncp-apigw-signature-v2", "x-ncp-apigw-timestamp", "x-ncp-iam-access-key", "x-ncp-lang"];

onBoth({ consoleOrigin: CONSOLE }, (of) => {
  const cors = (answer) => Object.keys(answer.headers).filter((name) => name.startsWith("access-control-")).sort();

  test("answers the console's preflight without the gateway", async () => {
    await of.simulator.clearLog();
    for (const [method, path] of [["GET", BUCKETS], ["POST", APPROVE]]) {
      const answer = await of.ask(`/relay${path}?x=1`, {
        method: "OPTIONS",
        headers: { Origin: CONSOLE, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": HEADERS.join() },
      });
      assert.deepEqual([answer.status, answer.text], [204, ""]);
      assert.equal(answer.headers["access-control-allow-origin"], CONSOLE);
      assert.equal(answer.headers["access-control-allow-methods"], "GET, POST");
      assert.deepEqual(answer.headers["access-control-allow-headers"].split(", ").sort(), HEADERS);
      assert.equal(answer.headers["access-control-max-age"], "600");
      assert.equal(answer.headers["access-control-allow-credentials"], undefined);
      assert.match(answer.headers.vary, /Origin/);
    }
    assert.deepEqual(await of.simulator.log(), []);
  });

  test("lets the console read answers and their clock, and errors too", async () => {
    const headers = { Origin: CONSOLE, "Sec-Fetch-Site": "cross-site", Cookie: "c", Referer: `${CONSOLE}/` };
    await of.simulator.clearLog();
    const answer = await of.ask(`/relay${BUCKETS}`, { headers: { ...headers, ...signed("GET", BUCKETS) } });
    assert.equal(answer.status, 200, answer.text);
    const [entry] = await of.simulator.log();
    assert.deepEqual(entry.headerNames.filter((name) => ["origin", "cookie", "referer"].includes(name)), []);
    const refusals = [await of.ask("/relay/other", { headers }), await of.ask(`/relay${BUCKETS}`, { method: "PUT", headers })];
    assert.deepEqual(refusals.map(({ status }) => status), [404, 405]);
    await of.simulator.fault("get-bucket-list", { kind: "close", when: "before" }, 1);
    const dead = await of.ask(`/relay${BUCKETS}`, { headers });
    assert.deepEqual([dead.status, JSON.parse(dead.text).error.errorCode], [502, "RELAY_UPSTREAM"]);
    for (const one of [answer, ...refusals, dead, await of.ask("/relay/health", { headers })]) {
      assert.deepEqual(cors(one), ["access-control-allow-origin", "access-control-expose-headers"]);
      assert.equal(one.headers["access-control-allow-origin"], CONSOLE);
      assert.equal(one.headers["timing-allow-origin"], CONSOLE);
      assert.equal(one.headers["access-control-expose-headers"], "Date, Retry-After");
      assert.equal(one.headers["cache-control"], "no-store");
    }
  });

  for (const origin of [
    undefined,
    "null",
    "https://evil.example",
    `${CONSOLE}.evil.example`,
    "http://console.company.example",
    `${CONSOLE}:8443`,
    `${CONSOLE}/`,
    `https://evil.example ${CONSOLE}`,
    CONSOLE.toUpperCase(),
  ]) {
    test(`refuses ${origin ?? "no origin"} before the gateway hears of it`, async () => {
      const headers = { ...(origin && { Origin: origin }), ...signed("GET", BUCKETS) };
      await of.simulator.clearLog();
      for (const [method, body] of [["GET"], ["POST", "{}"], ["OPTIONS"]]) {
        const answer = await of.ask(`/relay${method === "GET" ? BUCKETS : APPROVE}`, { method, headers, body });
        await refusedByRelay(of, answer, 403, method);
        assert.deepEqual(cors(answer), []);
        assert.equal(answer.headers["timing-allow-origin"], undefined);
        assert.match(answer.headers.vary, /Origin/);
      }
    });
  }

  test("serves nothing else", async () => {
    for (const path of ["/", "/index.html", "/relay", "/config.json"]) {
      assert.equal((await of.ask(path, { headers: { Origin: CONSOLE } })).status, 404, path);
    }
    // For whoever watches over the relay.
    assert.equal((await of.ask("/relay/health")).status, 200);
  });
});
