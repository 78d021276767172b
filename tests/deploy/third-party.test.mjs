// Relays of others: the templates {url} and {url_encoded}. cors-anywhere is the one that people
// know. It works, and it is not one to trust: it passes what ours keep back, to any host.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, request as start } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { APPROVE, ask, BUCKETS, signed } from "./support/servers.mjs";

// The packages of all of tests/ are in e2e/.
const corsAnywhere = createRequire(new URL("../e2e/package.json", import.meta.url))("cors-anywhere");

const ORIGIN = "https://console.company.example";
/** As the console encodes queries: everything but letters, digits and -_.~ */
const QUERY = "?name=%ED%95%9C%EA%B8%80%20a%2Fb%2F%2Fc%2B%26&pageNo=1";
const servers = [];
let simulator;

async function listen(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  return `http://127.0.0.1:${server.address().port}`;
}

/** The URL that crates/client/src/connection/relay.rs makes of a template. */
function url(template, path) {
  const url = `http://${simulator.host}${path}`;
  return template.replace("{url_encoded}", () => encodeURIComponent(url)).replace("{url}", () => url);
}

/** Sends to the URL without tidying it up, as a page of `ORIGIN`. */
function send(template, method, path, headers = {}) {
  const full = url(template, path);
  const { origin } = new URL(full);
  const body = method === "POST" ? "{}" : undefined;
  return ask(origin, full.slice(origin.length), { method, body, headers: { Origin: ORIGIN, ...signed(method, path), ...headers } });
}

before(async () => {
  simulator = await startSimulator();
});
after(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await simulator?.stop();
});

test("cors-anywhere takes {url}, and the signature holds", async () => {
  const relay = await listen(corsAnywhere.createServer());
  for (const [method, path] of [["GET", BUCKETS], ["GET", BUCKETS + QUERY], ["POST", APPROVE], ["POST", APPROVE + QUERY]]) {
    await simulator.clearLog();
    const answer = await send(`${relay}/{url}`, method, path);
    assert.deepEqual((await simulator.log()).map((entry) => [entry.method, entry.path]), [[method, path]]);
    assert.notEqual(answer.status, 401, answer.text);
    assert.equal(answer.headers["access-control-allow-origin"], "*");
    // The console can tell a wrong clock through it.
    assert.match(answer.headers["access-control-expose-headers"], /\bdate\b/i);
  }
  assert.equal((await send(`${relay}/{url}`, "GET", BUCKETS)).status, 200);
});

test("cors-anywhere does not take {url_encoded}", async () => {
  const relay = await listen(corsAnywhere.createServer());
  await simulator.clearLog();
  assert.equal((await send(`${relay}/{url_encoded}`, "GET", BUCKETS)).status, 404);
  assert.deepEqual(await simulator.log(), []);
});

test("cors-anywhere passes what a relay should keep back", async () => {
  const relay = await listen(corsAnywhere.createServer());
  await simulator.clearLog();
  await send(`${relay}/{url}`, "PUT", `${BUCKETS}/elsewhere`, { Cookie: "a=b", Authorization: "Basic x", Referer: `${ORIGIN}/` });
  const [{ method, path, headerNames }] = await simulator.log();
  assert.deepEqual([method, path], ["PUT", `${BUCKETS}/elsewhere`]);
  for (const name of ["cookie", "authorization", "referer", "origin", "x-forwarded-for"]) assert.ok(headerNames.includes(name), name);
});

test("a relay that takes the URL in its query gets it with {url_encoded}", async () => {
  const relay = await listen(
    createServer((request, answer) => {
      const url = new URLSearchParams(request.url.split("?")[1]).get("url");
      const path = url.slice(`http://${simulator.host}`.length);
      const { hostname, port } = new URL(`http://${simulator.host}`);
      const { host, ...headers } = request.headers;
      request.pipe(
        start({ hostname, port, path, method: request.method, headers }, (reply) => {
          answer.writeHead(reply.statusCode, reply.headers);
          reply.pipe(answer);
        }),
      );
    }),
  );
  for (const [method, path] of [["GET", BUCKETS], ["GET", BUCKETS + QUERY], ["POST", APPROVE + QUERY]]) {
    await simulator.clearLog();
    const answer = await send(`${relay}/?url={url_encoded}`, method, path);
    assert.deepEqual((await simulator.log()).map((entry) => [entry.method, entry.path]), [[method, path]]);
    assert.notEqual(answer.status, 401, answer.text);
  }
});
