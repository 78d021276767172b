// The console below a path of a host that has other things too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BUCKETS, onBoth, refusedByRelay, signed } from "./support/servers.mjs";

/** Letters that a folder's name may have: of any script, digits, and `-._~`. */
const BASES = ["/databoxframe-console", "/intranet/v1.2/~data_box.frame", "/사내망/데이터_박스", "/données/приложение"];

/** How programs can write a path; browsers write the first. */
function spellings(base) {
  const encoded = encodeURI(base);
  const every = [...Buffer.from(base)].map((byte) => (byte === 0x2f ? "/" : `%${byte.toString(16).padStart(2, "0")}`)).join("");
  const lower = encoded.replace(/%../g, (code) => code.toLowerCase());
  return [...new Set([encoded, lower, encoded.replaceAll("~", "%7E"), every])];
}

for (const base of BASES) {
  onBoth({ base }, (of) => {
    for (const spelling of spellings(base)) {
      test(`serves files and URLs below ${base} only, written ${spelling}`, async () => {
        const page = await of.ask(`${spelling}/`);
        assert.equal(page.status, 200);
        assert.match(page.headers["content-type"], /^text\/html/);
        assert.equal(page.headers["cache-control"], "no-cache");
        for (const path of ["/connect", "/frames/83", "/index.html"]) assert.equal((await of.ask(spelling + path)).text, page.text, path);
        for (const name of of.site.hashed) {
          const answer = await of.ask(`${spelling}/${name}`, { headers: { "accept-encoding": "gzip" } });
          assert.deepEqual([answer.status, answer.headers["content-encoding"]], [200, "gzip"], name);
          assert.equal(answer.headers["cache-control"], "public, max-age=31536000, immutable");
        }
        assert.equal((await of.ask(`${spelling}/none.js`)).status, 404);
        assert.equal((await of.ask(`${spelling}/config.json`)).headers["cache-control"], "no-cache");
        for (const path of ["/", "/frames", "/config.json", `${spelling}s/`]) assert.notEqual((await of.ask(path)).text, page.text, path);
        const bare = await of.ask(spelling);
        assert.equal(bare.status, 301);
        // Node reads headers as Latin-1; browsers read these as UTF-8.
        const location = Buffer.from(bare.headers.location, "latin1").toString();
        assert.equal(decodeURI(new URL(location, of.server.origin).pathname), `${base}/`);
      });

      test(`relays below ${base} only, signed for the path of the gateway, written ${spelling}`, async () => {
        const query = "?pageNo=1&x=%2F//%20+%ED%95%9C";
        await of.simulator.clearLog();
        const answer = await of.ask(`${spelling}/relay${BUCKETS}${query}`, { headers: signed("GET", BUCKETS + query) });
        assert.notEqual(answer.status, 401, answer.text);
        assert.equal(answer.headers["cache-control"], "no-store");
        assert.deepEqual((await of.simulator.log()).map((entry) => entry.path), [BUCKETS + query]);
        await of.simulator.clearLog();
        const elsewhere = [
          `/relay${BUCKETS}`,
          `/other/relay${BUCKETS}`,
          `${spelling}${BUCKETS}`,
          `${spelling}/x/relay${BUCKETS}`,
          `${spelling}/relay/x/relay${BUCKETS}`,
          `${spelling}/relay/api/v1/x/relay${BUCKETS}`,
          `${spelling}/../relay${BUCKETS}`,
          `${spelling.replace(/^.[^/]*/, "/x")}/relay${BUCKETS}`,
        ];
        for (const path of elsewhere) await of.ask(path);
        assert.deepEqual(await of.simulator.log(), []);
        await refusedByRelay(of, await of.ask(`${spelling}/relay/other`), 404);
        assert.deepEqual(JSON.parse((await of.ask(`${spelling}/relay/health`)).text), { relay: "ok" });
      });
    }
  });
}
