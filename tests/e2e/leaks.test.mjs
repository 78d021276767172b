// Nothing is left behind: after many navigations the page holds what it held after a few.

import assert from "node:assert/strict";
import { arrive, stage, table } from "./support/console.mjs";
import { allRoutes, countInPage, held, visit } from "./support/routes.mjs";

const { scenario } = stage();

const NAVIGATIONS = 200;
/** Half of one for each navigation: less is the browser's own, or no leak that grows. */
const MOST = NAVIGATIONS / 2;
/** What Activity keeps of a request, and what the program's memory may grow besides. */
const BYTES_A_REQUEST = 5_000;
const MOST_BYTES = 1_000_000;
/** Pages that send nothing. */
const SILENT = ["/connect", "/settings", "/nothing/here", "/activity"];
/**
 * What the program's memory may grow without a request. Measured: 1 KB a visit, the headers of effects
 * and memos that are gone (48 and 108 bytes each). It grows by pages of 64 KB.
 */
const FEW_BYTES = NAVIGATIONS * 2_000 + 65_536;
const settings = { notInFirefox: "it counts with Chromium's protocol" };

/** What is more after the navigations than before them. */
async function grown(page, guard) {
  // One box is closed to this user.
  guard.expectFailedRequest(403);
  await page.addInitScript(countInPage);
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  const session = await page.context().newCDPSession(page);
  const paths = await allRoutes(page);
  const many = Array.from({ length: Math.ceil(NAVIGATIONS / paths.length) }, () => paths).flat();
  // Twice, so that everything that is kept for good is there.
  await visit(page, [...paths, ...paths]);
  const before = await held(page, session);
  let requests = 0;
  page.on("request", () => (requests += 1));
  await visit(page, many);
  const after = await held(page, session);
  const seen = requests;
  await visit(page, Array.from({ length: NAVIGATIONS / SILENT.length }, () => SILENT).flat());
  const silent = (await held(page, session)).wasm - after.wasm;
  const more = Object.fromEntries(Object.keys(before).map((name) => [name, after[name] - before[name]]));
  return { ...more, silent, requests: seen };
}

scenario(`nodes, listeners, timers and memory after ${NAVIGATIONS} navigations`, settings, async ({ page, guard }) => {
  const more = await grown(page, guard);
  for (const name of ["nodes", "listeners", "timers"]) {
    assert.ok(more[name] < MOST, `${more[name]} more ${name}: ${JSON.stringify(more)}`);
  }
  const most = MOST_BYTES + more.requests * BYTES_A_REQUEST;
  assert.ok(more.wasm < most, `${more.wasm} bytes more: ${JSON.stringify(more)}`);
  assert.ok(more.silent <= FEW_BYTES, `${more.silent} bytes more without a request: ${JSON.stringify(more)}`);
});

scenario("one node, listener and timer a navigation would be found", settings, async ({ page, guard }) => {
  await page.addInitScript(() => {
    const kept = [];
    globalThis.addEventListener("popstate", () => {
      kept.push(document.createElement("p"));
      document.addEventListener("leak", () => kept);
      setTimeout(() => {}, 3_600_000);
    });
  });
  const more = await grown(page, guard);
  for (const name of ["nodes", "listeners", "timers"]) assert.ok(more[name] >= MOST, JSON.stringify(more));
});
