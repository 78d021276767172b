// The static files: what is served for which URL, how long it may be kept, and what an upgrade
// changes.

import assert from "node:assert/strict";
import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { BUCKETS, onBoth } from "./support/servers.mjs";
import { fill, madeUp } from "./support/site.mjs";

const UNPACK = { gzip: gunzipSync, br: brotliDecompressSync };
const TYPES = {
  html: /^text\/html/,
  js: /^(text|application)\/javascript/,
  css: /^text\/css/,
  json: /^application\/json/,
  wasm: /^application\/wasm$/,
  svg: /^image\/svg\+xml/,
};

/** What Trunk.toml sends in development. */
async function developmentHeaders() {
  const text = await readFile(new URL("../../Trunk.toml", import.meta.url), "utf8");
  const section = text.split("[serve.headers]")[1].split("\n[")[0];
  return [...section.matchAll(/^"([\w-]+)" = "(.*)"$/gm)].map(([, name, value]) => [name.toLowerCase(), value]);
}

/** The names of headers that came more than once. */
function repeated({ rawHeaders }) {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  return names.filter((name, index) => name !== "vary" && names.indexOf(name) !== index);
}

onBoth({ brotli: true }, (of) => {
  test("every answer has the headers of development, once", async () => {
    const headers = await developmentHeaders();
    assert.equal(headers.length, 4);
    const paths = ["/", "/reviews/83/381/1543", "/none.js", ...of.site.names.map((name) => `/${name}`)];
    const relayed = [`/relay${BUCKETS}`, "/relay/elsewhere", "/relay/health"];
    for (const [path, options] of [...[...paths, ...relayed].map((path) => [path, {}]), [`/relay${BUCKETS}`, { method: "PUT" }]]) {
      const answer = await of.ask(path, options);
      for (const [name, value] of headers) assert.equal(answer.headers[name], value, `${name} of ${path}`);
      assert.deepEqual(repeated(answer), [], path);
      // Only over TLS, where it means something.
      assert.equal(answer.headers["strict-transport-security"], undefined);
      assert.doesNotMatch(answer.headers.server ?? "", /\d/, "no version");
    }
  });

  test("what may be kept, and for how long", async () => {
    assert.ok(of.site.hashed.length >= 3, of.site.hashed.join());
    for (const name of of.site.hashed) {
      assert.equal((await of.ask(`/${name}`)).headers["cache-control"], "public, max-age=31536000, immutable", name);
    }
    for (const path of ["/", "/frames", "/index.html", "/config.json", "/icon.svg", "/none.js", "/none-0123456789abcdef.js"]) {
      assert.equal((await of.ask(path)).headers["cache-control"], "no-cache", path);
    }
    for (const path of [`/relay${BUCKETS}`, "/relay/elsewhere", "/relay/health", "/relay/api/v1/a-0123456789abcdef.js"]) {
      assert.equal((await of.ask(path)).headers["cache-control"], "no-store", path);
    }
  });

  test("URLs of the console are the page, missing files are missing", async () => {
    const page = await readFile(join(of.site.folder, "index.html"), "utf8");
    for (const path of ["/", "/index.html", "/connect", "/frames/83/boxes/381", "/reviews?q=a.b", "/imports/new/", "/%ED%95%9C"]) {
      const answer = await of.ask(path);
      assert.deepEqual([answer.status, answer.text], [200, page], path);
      assert.match(answer.headers["content-type"], TYPES.html, path);
    }
    for (const path of ["/none.js", "/none_bg.wasm", "/a/none.css", "/none-0123456789abcdef_bg.wasm", "/../etc/passwd.js"]) {
      const { status, text } = await of.ask(path);
      assert.ok(status === 404 || status === 400, `${path}: ${status}`);
      assert.notEqual(text, page, path);
    }
  });

  test("each file has its type and its bytes, compressed or not", async () => {
    for (const name of of.site.names) {
      const bytes = await readFile(join(of.site.folder, name));
      for (const coding of ["identity", "gzip", "br"]) {
        const answer = await of.ask(`/${name}`, { headers: { "accept-encoding": coding } });
        const used = answer.headers["content-encoding"];
        assert.ok(!used || used === coding, `${name}: ${used}`);
        if (of.site.hashed.includes(name) && coding !== "identity") {
          assert.equal(used, coding, name);
          // The copy beside the file, not one made for each request.
          const copy = await readFile(join(of.site.folder, `${name}.${coding === "br" ? "br" : "gz"}`));
          assert.ok(answer.bytes.equals(copy), `${name}: ${coding}`);
          assert.match(answer.headers.vary, /Accept-Encoding/i);
        }
        assert.ok((used ? UNPACK[used](answer.bytes) : answer.bytes).equals(bytes), `${name}: ${coding}`);
        assert.match(answer.headers["content-type"], TYPES[name.split(".").pop()], name);
      }
    }
  });

  test("a file that an administrator changes is served as changed, whatever lies beside it", async () => {
    for (const name of ["config.json", "index.html"]) {
      const path = join(of.site.folder, name);
      const before = await readFile(path);
      await writeFile(path, "changed\n");
      try {
        for (const coding of ["identity", "gzip", "br", "gzip, br"]) {
          const answer = await of.ask(`/${name}`, { headers: { "accept-encoding": coding } });
          assert.equal((UNPACK[answer.headers["content-encoding"]] ?? String)(answer.bytes).toString(), "changed\n");
        }
      } finally {
        await writeFile(path, before);
      }
    }
  });

  test("takes no writes", async () => {
    for (const method of ["PUT", "DELETE", "POST"]) {
      const { status } = await of.ask("/config.json", { method, body: "{}" });
      assert.equal(status, 405, method);
    }
  });

  test("an upgrade is seen at once, and what an open page still asks for is there", async () => {
    const then = new Date(1_700_000_000_000);
    const page = join(of.site.folder, "index.html");
    const [first, second] = [madeUp(7), madeUp(8)];
    assert.equal(first["index.html"].length, second["index.html"].length);
    await fill(of.site.folder, first);
    await utimes(page, then, then);
    const before = await of.ask("/frames");
    assert.equal(before.text, first["index.html"]);

    // As deploy/README.md says: new files beside the old ones. Archives often have one time for all
    // files, so size and time are the same here.
    await fill(of.site.folder, second);
    await utimes(page, then, then);
    const known = {
      "if-none-match": before.headers.etag ?? '"x"',
      "if-modified-since": before.headers["last-modified"] ?? then.toUTCString(),
    };
    for (const headers of [{}, known]) {
      const after = await of.ask("/frames", { headers });
      assert.deepEqual([after.status, after.text], [200, second["index.html"]]);
    }
    for (const [name, content] of Object.entries(first).filter(([name]) => name.includes("0007"))) {
      const old = await of.ask(`/${name}`);
      assert.deepEqual([old.status, old.bytes.length], [200, content.length], name);
    }
    // A file that is asked for before it is there is not missing for good.
    const late = "/console-00000000000000ab.js";
    const missing = await of.ask(late);
    assert.deepEqual([missing.status, missing.headers["cache-control"]], [404, "no-cache"]);
    await writeFile(join(of.site.folder, late), "late");
    assert.equal((await of.ask(late)).text, "late");
    await rm(join(of.site.folder, late));
  });
});
