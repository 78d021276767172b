// Browsers send a POST again by themselves. Through the shipped configurations each write reaches the
// gateway once all the same; the simulator's log is the witness.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launchChromium, launchFirefox } from "../e2e/support/browsers.mjs";
import { startCaddy } from "../e2e/support/caddy.mjs";
import { certificate } from "../e2e/support/certificates.mjs";
import { startCutter } from "../e2e/support/cutter.mjs";
import { startMeddler } from "../e2e/support/meddler.mjs";
import { startNginx } from "../e2e/support/nginx.mjs";
import { eventually } from "../e2e/support/process.mjs";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { APPROVE, BUCKETS, SERVERS, signed } from "./support/servers.mjs";
import { siteFolder } from "./support/site.mjs";

const OPERATION = "export-file-approve";
const LIST = "/api/v1/export-approve/get-export-file-approve-list?pageNo=1&pageSize=100&dataBoxFrameNo=83";
/** How long the gateway takes to answer, so that something can happen meanwhile. */
const SLOW = { kind: "latency", ms: 400 };

const TRANSPORTS = [
  { name: "HTTP/1.1", protocol: "http/1.1" },
  { name: "HTTP/1.1 with TLS", protocol: "http/1.1", secure: true, settings: { http1: true } },
  { name: "HTTP/2 with TLS", protocol: "h2", secure: true },
];

let folder, simulator, site, tls, chromium, firefox, body;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "console-repeated-"));
  tls = await certificate(folder, "console", "127.0.0.1");
  [simulator, site, chromium, firefox] = await Promise.all([startSimulator(), siteFolder(), launchChromium(), launchFirefox()]);
  const { content } = await (await fetch(`http://${simulator.host}${LIST}`, { headers: signed("GET", LIST) })).json();
  const waiting = content.find((request) => request.status === "REQ_CMPL");
  body = JSON.stringify({ dataBoxFrameNo: 83, dataBoxNo: Number(waiting.dataBoxNo), exportApplyId: Number(waiting.exportApplyId) });
});
after(async () => {
  await Promise.all([chromium?.close(), firefox?.close(), simulator?.stop(), site?.remove()]);
  await rm(folder, { recursive: true, force: true });
});

/** Runs in the page: reads first, so that the write goes out on a connection that was used. */
async function sendFromPage({ reads, path, headers, body, once }) {
  for (const read of reads) await (await fetch(read.path, { headers: read.headers, cache: "no-store" })).text();
  const protocol = performance.getEntriesByType("resource").at(-1).nextHopProtocol;
  const bytes = new TextEncoder().encode(body);
  const stream = () => new ReadableStream({ start: (to) => (to.enqueue(bytes), to.close()) });
  try {
    const sent = { method: "POST", headers, cache: "no-store", redirect: "manual", body, ...(once && { body: stream(), duplex: "half" }) };
    const answer = await fetch(path, sent);
    return { protocol, status: answer.status, text: await answer.text() };
  } catch (error) {
    return { protocol, error: String(error) };
  }
}

/** A signed write from a page; what became of it, and how often it reached the gateway. */
async function write(page, { faults = [], meanwhile, once, relay = "/relay", keys }) {
  await simulator.reset();
  for (const fault of faults) await simulator.fault(OPERATION, fault, 1);
  const headers = { ...signed("POST", APPROVE, keys), "content-type": "application/json" };
  const read = { path: relay + BUCKETS, headers: signed("GET", BUCKETS) };
  const sending = page.evaluate(sendFromPage, { reads: [read, read], path: relay + APPROVE, headers, body, once });
  if (meanwhile) {
    await eventually("the write is under way", async () => (await simulator.log(OPERATION)).length > 0);
    await meanwhile();
  }
  const answer = await sending;
  return { ...answer, copies: (await simulator.log(OPERATION)).length };
}

/** A page of a browser at an origin, until the test ends. */
async function pageAt(t, browser, origin, settings) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, ...settings });
  const page = await context.newPage();
  await page.goto(`${origin}/relay/health`);
  t.after(() => context.close());
  return page;
}

/** What became of a request whose answer nobody can know: never a success, never a refusal. */
function isUnknown({ status, text, error }, what) {
  if (error) return;
  const code = JSON.parse(text || "{}").error?.errorCode;
  assert.ok([408, 409, 502, 504].includes(status), `${what}: HTTP ${status}`);
  if (status === 409) assert.equal(code, "RELAY_REPEATED", what);
}

for (const { name, start } of SERVERS) {
  for (const transport of TRANSPORTS) {
    describe(`${name} over ${transport.name}`, () => {
      const ends = [];
      let server, cutter, origin;
      before(async () => {
        const settings = { ...transport.settings, ...(transport.secure && { tls }) };
        server = await start({ root: site.root, upstream: simulator.host, workers: true, ...settings });
        cutter = await startCutter(server.port);
        origin = `http${transport.secure ? "s" : ""}://127.0.0.1:${cutter.port}`;
        ends.push(() => server.stop(), () => cutter.stop());
      });
      after(async () => {
        for (const end of ends.reverse()) await end();
      });

      const dropped = [
        ["408 without effect", { faults: [{ kind: "answer", status: 408, body: "{}" }] }],
        ["408 with effect", { faults: [{ kind: "answer", status: 408, body: "{}", when: "after" }] }],
        ["closed before the answer", { faults: [SLOW], meanwhile: () => cutter.cut() }],
        ["closed at the answer", { faults: [SLOW], meanwhile: () => cutter.cutAtAnswer() }],
      ];
      const cases = [
        ...dropped,
        ["the gateway closes without effect", { faults: [{ kind: "close", when: "before" }] }],
        ["the gateway closes after the effect", { faults: [{ kind: "close", when: "after" }] }],
      ];
      if (name === "nginx") {
        cases.push(["the worker is killed", {
          faults: [SLOW],
          meanwhile: async () => (await server.workers()).forEach((pid) => process.kill(pid, "SIGKILL")),
        }]);
      }
      for (const [browserName, cases_] of [["Chromium", cases], ["Firefox", dropped]]) {
        // As the page sends it: a body that can be read once where the browser can do that. nginx
        // needs no help.
        const bodies = browserName === "Firefox" || transport.protocol !== "h2" ? [false] : name === "nginx" ? [false, true] : [true];
        for (const once of bodies) {
          test(`${browserName}, ${once ? "a body to be read once" : "a plain body"}: each write reaches the gateway once`, async (t) => {
            const page = await pageAt(t, browserName === "Chromium" ? chromium : firefox, origin);
            for (const [what, settings] of cases_) {
              const result = await write(page, { ...settings, once });
              assert.equal(result.protocol, transport.protocol, what);
              assert.equal(result.copies, 1, what);
              isUnknown(result, what);
              if (name === "Caddy" && what.startsWith("408")) assert.equal(JSON.parse(result.text).error.errorCode, "RELAY_TIMEOUT");
            }
            const slow = await write(page, { faults: [SLOW], once });
            assert.deepEqual([slow.status, slow.copies], [200, 1], slow.text);
          });
        }
      }
    });
  }
}

for (const { name, start } of SERVERS) {
  test(`${name} over HTTP/2: keys that are refused are refused, also of a body to be read once`, async (t) => {
    const server = await start({ root: site.root, upstream: simulator.host, tls });
    t.after(server.stop);
    const page = await pageAt(t, chromium, server.origin);
    for (const once of [false, true]) {
      // The Fetch standard makes a network error of a 401 to such a body; Chromium does not.
      const { protocol, status, text } = await write(page, { once, keys: { secret: "another" } });
      assert.deepEqual([protocol, status, JSON.parse(text).error.errorCode], ["h2", 401, "200"], text);
    }
  });

  test(`${name} on another origin takes a body to be read once, and says by which HTTP it is reached`, async (t) => {
    const page = await start({ root: site.root, upstream: simulator.host, tls });
    t.after(page.stop);
    const relay = await start({ consoleOrigin: page.origin, upstream: simulator.host, tls });
    t.after(relay.stop);
    const shown = await pageAt(t, chromium, page.origin, { bypassCSP: true });
    const { status, protocol, copies } = await write(shown, { once: true, relay: `${relay.origin}/relay` });
    assert.deepEqual([status, protocol, copies], [200, "h2", 1]);
  });
}

describe("controls: without the rules browsers do repeat", () => {
  /** A write from a page, with connections that are cut before the answer. */
  async function cutOff(t, browser, server, once) {
    t.after(server.stop);
    const { protocol, port } = new URL(server.origin);
    const cutter = await startCutter(port);
    t.after(cutter.stop);
    const page = await pageAt(t, browser, `${protocol}//127.0.0.1:${cutter.port}`);
    return write(page, { faults: [SLOW], meanwhile: cutter.cut, once });
  }

  for (const name of ["Chromium", "Firefox"]) {
    test(`${name} over HTTP/1.1, through a relay that keeps connections open`, async (t) => {
      const relay = await startMeddler(simulator.host, { url: (path) => path.slice("/relay".length) });
      const { copies } = await cutOff(t, name === "Chromium" ? chromium : firefox, relay);
      assert.ok(copies > 1, `${copies}`);
    });
  }

  for (const once of [false, true]) {
    test(`Chromium over HTTP/2, ${once ? "but not a body to be read once" : "a plain body"}`, async (t) => {
      const caddy = await startCaddy({ root: site.root, upstream: simulator.host, tls });
      assert.equal((await cutOff(t, chromium, caddy, once)).copies, once ? 1 : 2);
    });
  }

  test("nginx that forgets at once, after a worker was killed", async (t) => {
    const server = await startNginx({ root: site.root, upstream: simulator.host, workers: true, forgetful: true });
    t.after(server.stop);
    const page = await pageAt(t, chromium, server.origin);
    const kill = async () => (await server.workers()).forEach((pid) => process.kill(pid, "SIGKILL"));
    assert.ok((await write(page, { faults: [SLOW], meanwhile: kill })).copies > 1);
  });
});
