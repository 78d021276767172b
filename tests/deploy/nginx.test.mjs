// What nginx has by its configuration: a limit of requests, which Caddy lacks without a plugin, and
// the way from http to https, which Caddy takes by itself.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startNginx } from "../e2e/support/nginx.mjs";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { ask, BUCKETS, RELAY_CODES } from "./support/servers.mjs";
import { siteFolder } from "./support/site.mjs";

const of = {};
before(async () => {
  of.simulator = await startSimulator();
  of.site = await siteFolder();
  of.server = await startNginx({ root: of.site.root, upstream: of.simulator.host, limited: true });
});
after(async () => {
  await of.server?.stop();
  await of.site?.remove();
  await of.simulator?.stop();
});

test("who comes by http is led to https, and nowhere else", async () => {
  for (const path of ["/", "/frames?q=a", `/relay${BUCKETS}`]) {
    const answer = await ask(of.server.redirect, path, { headers: { host: "evil.example" } });
    assert.deepEqual([answer.status, answer.headers.location], [301, `https://console.example${path}`]);
  }
  assert.deepEqual(await of.simulator.log(), []);
});

test("a program that runs wild is stopped before the gateway, a page is not", async () => {
  // More than the console ever asks at once.
  const page = await Promise.all(Array.from({ length: 60 }, () => ask(of.server.origin, `/relay${BUCKETS}`)));
  assert.deepEqual([...new Set(page.map(({ status }) => status))], [401], "the gateway's own refusal: not signed");
  const wild = await Promise.all(Array.from({ length: 400 }, () => ask(of.server.origin, `/relay${BUCKETS}`)));
  const stopped = wild.filter(({ status }) => status === 429);
  assert.ok(stopped.length >= 100, `${stopped.length} of 400`);
  for (const { text } of stopped) assert.equal(JSON.parse(text).error.errorCode, RELAY_CODES[429]);
  assert.equal((await of.simulator.log()).length, page.length + wild.length - stopped.length);
  // What is not relayed is not counted.
  const refused = await Promise.all(Array.from({ length: 100 }, () => ask(of.server.origin, "/relay/health")));
  assert.deepEqual([...new Set(refused.map(({ status }) => status))], [200]);
});
