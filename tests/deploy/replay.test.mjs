// A signed request is good for five minutes for whoever saw it. nginx passes each write on once;
// Caddy, which remembers nothing, says so in deploy/README.md.

import assert from "node:assert/strict";
import { readdir, stat } from "node:fs/promises";
import { describe, test } from "node:test";
import { startNginx } from "../e2e/support/nginx.mjs";
import { eventually } from "../e2e/support/process.mjs";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { APPROVE, ask, BUCKETS, refusedByRelay, signed } from "./support/servers.mjs";
import { siteFolder } from "./support/site.mjs";

const CREATE = "/api/v1/data-box/create-data-box";

/** nginx in front of a simulator, until the test ends. */
async function start(t, settings = {}) {
  const simulator = await startSimulator();
  t.after(simulator.stop);
  const site = await siteFolder(settings.base);
  t.after(site.remove);
  const server = await startNginx({ root: site.root, upstream: simulator.host, ...settings });
  t.after(server.stop);
  const relay = `${encodeURI(settings.base ?? "")}/relay`;
  const post = (path, headers, body = "{}") => ask(server.origin, relay + path, { method: "POST", headers, body });
  return { simulator, server, post, relay };
}

/** A signature that decoders take for the same: two bits of its last digit before "=" say nothing. */
function alias(headers) {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const signature = headers["x-ncp-apigw-signature-v2"];
  const other = signature.slice(0, 42) + digits[digits.indexOf(signature[42]) ^ 1] + "=";
  assert.deepEqual(Buffer.from(other, "base64"), Buffer.from(signature, "base64"));
  return { ...headers, "x-ncp-apigw-signature-v2": other };
}

describe("in the first minute", () => {
  const variants = [{}, { base: "/사내망/~콘솔.v1" }, { workers: true }, { consoleOrigin: "https://console.example" }];
  for (const settings of variants) {
    test(`a copy is refused, whoever sends it and with whatever body: ${JSON.stringify(settings)}`, async (t) => {
      const { simulator, post } = await start(t, settings);
      const origin = settings.consoleOrigin ? { origin: settings.consoleOrigin } : {};
      // Whatever became of the first.
      for (const fault of [undefined, { kind: "close", when: "before" }, { kind: "close", when: "after" }, { kind: "html", status: 502 }]) {
        await simulator.reset();
        if (fault) await simulator.fault("export-file-approve", fault, 1);
        const headers = { ...signed("POST", APPROVE), ...origin };
        await post(APPROVE, headers);
        assert.equal((await simulator.log()).length, 1);
        await simulator.clearLog();
        for (const copy of [await post(APPROVE, headers), await post(APPROVE, headers, '{"exportApplyId":1}'), await post(APPROVE, alias(headers))]) {
          await refusedByRelay({ simulator }, copy, 409);
          assert.equal(JSON.parse(copy.text).error.message, "A copy of this request was already passed on.");
          assert.equal(copy.headers["access-control-allow-origin"], settings.consoleOrigin);
        }
      }
      // The next one passes.
      await post(APPROVE, { ...signed("POST", APPROVE), ...origin });
      assert.equal((await simulator.log()).length, 1);
    });
  }

  test("of twenty at once one passes", async (t) => {
    const { simulator, post } = await start(t, { workers: true });
    await simulator.fault("export-file-approve", { kind: "latency", ms: 200 });
    const headers = signed("POST", APPROVE);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(APPROVE, headers)));
    assert.equal(answers.filter(({ status }) => status === 409).length, 19);
    assert.equal((await simulator.log()).length, 1);
  });

  test("other writes at the same time pass, more than twenty from one address do not", async (t) => {
    const { simulator, post } = await start(t);
    await simulator.fault("export-file-approve", { kind: "latency", ms: 500 });
    const now = Date.now();
    const all = Array.from({ length: 25 }, (_, index) => post(APPROVE, signed("POST", APPROVE, { now: now + index })));
    const refused = (await Promise.all(all)).filter(({ status }) => status === 429);
    assert.equal(refused.length, 5);
    for (const { text } of refused) assert.equal(JSON.parse(text).error.errorCode, "RELAY_RATE");
    assert.equal((await simulator.log()).length, 20);
  });
});

describe("afterwards", () => {
  test("a copy gets the answer that was given, and is not passed on", async (t) => {
    const { simulator, post } = await start(t, { forgetful: true });
    const path = `${CREATE}?x=1`;
    const headers = signed("POST", path);
    const first = await post(path, headers);
    await simulator.clearLog();
    for (const copy of [await post(path, headers), await post(path, headers, '{"other":1}'), await post(path, alias(headers))]) {
      assert.deepEqual([copy.status, copy.text], [first.status, first.text]);
      assert.equal(copy.headers["cache-control"], "no-store");
    }
    assert.deepEqual(await simulator.log(), []);
  });

  test("a copy of one whose answer was lost is not passed on either", async (t) => {
    const { simulator, post } = await start(t, { forgetful: true });
    for (const when of ["before", "after"]) {
      await simulator.fault("export-file-approve", { kind: "close", when }, 1);
      const headers = signed("POST", APPROVE);
      assert.equal((await post(APPROVE, headers)).status, 502);
      await simulator.clearLog();
      await refusedByRelay({ simulator }, await post(APPROVE, headers), 502);
    }
  });

  test("it is remembered through a reload", async (t) => {
    const { simulator, server, post } = await start(t, { workers: true });
    const headers = signed("POST", APPROVE);
    await post(APPROVE, headers);
    const before = await server.workers();
    process.kill(server.pid, "SIGHUP");
    await eventually("there are new workers only", async () => {
      const now = await server.workers();
      return now.length > 0 && now.every((pid) => !before.includes(pid));
    });
    await simulator.clearLog();
    await refusedByRelay({ simulator }, await post(APPROVE, headers), 409);
  });

  test("what is remembered is for nginx alone, and of reads it is nothing", async (t) => {
    const { simulator, server, relay, post } = await start(t, { forgetful: true });
    const headers = signed("GET", BUCKETS);
    for (let index = 0; index < 3; index += 1) assert.equal((await ask(server.origin, relay + BUCKETS, { headers })).status, 200);
    assert.equal((await simulator.log()).length, 3);
    assert.deepEqual(await readdir(server.answers), []);
    await post(APPROVE, signed("POST", APPROVE));
    const [kept, ...others] = await readdir(server.answers);
    assert.ok(kept && others.length === 0);
    assert.equal((await stat(server.answers)).mode & 0o077, 0);
  });
});
