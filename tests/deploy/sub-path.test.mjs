// The console below a path of a host that has other things too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BUCKETS, onBoth, refusedByRelay, signed } from "./support/servers.mjs";

const BASE = "/databoxframe-console";

onBoth({ base: BASE }, (of) => {
  test("serves files and addresses below the path only", async () => {
    const page = await of.ask(`${BASE}/`);
    assert.equal(page.status, 200);
    assert.match(page.headers["content-type"], /^text\/html/);
    for (const path of ["/connect", "/frames/83", "/index.html"]) assert.equal((await of.ask(BASE + path)).text, page.text, path);
    for (const name of of.site.hashed) {
      const answer = await of.ask(`${BASE}/${name}`, { headers: { "accept-encoding": "gzip" } });
      assert.deepEqual([answer.status, answer.headers["content-encoding"]], [200, "gzip"], name);
      assert.equal(answer.headers["cache-control"], "public, max-age=31536000, immutable");
    }
    assert.equal((await of.ask(`${BASE}/none.js`)).status, 404);
    assert.equal((await of.ask(`${BASE}/config.json`)).headers["cache-control"], "no-cache");
    for (const path of ["/", "/frames", "/config.json", `${BASE}s/`]) assert.notEqual((await of.ask(path)).text, page.text, path);
    const bare = await of.ask(BASE);
    assert.equal(bare.status, 301);
    assert.equal(new URL(bare.headers.location, of.server.origin).pathname, `${BASE}/`);
  });

  test("relays below the path only, signed for the path of the gateway", async () => {
    const query = "?pageNo=1&x=%2F//%20+%ED%95%9C";
    await of.simulator.clearLog();
    const answer = await of.ask(`${BASE}/relay${BUCKETS}${query}`, { headers: signed("GET", BUCKETS + query) });
    assert.notEqual(answer.status, 401, answer.text);
    assert.deepEqual((await of.simulator.log()).map((entry) => entry.path), [BUCKETS + query]);
    await of.simulator.clearLog();
    for (const path of [`/relay${BUCKETS}`, `/other/relay${BUCKETS}`, `${BASE}${BUCKETS}`, `${BASE}/x/relay${BUCKETS}`]) await of.ask(path);
    assert.deepEqual(await of.simulator.log(), []);
    await refusedByRelay(of, await of.ask(`${BASE}/relay/other`), 404);
    assert.deepEqual(JSON.parse((await of.ask(`${BASE}/relay/health`)).text), { relay: "ok" });
  });
});
