// What the tests of deploy/ have in common: two servers, one simulator, exact requests.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { after, before, describe } from "node:test";
import { startCaddy } from "../../e2e/support/caddy.mjs";
import { startNginx } from "../../e2e/support/nginx.mjs";
import { ACCESS_KEY, SECRET_KEY, startSimulator } from "../../e2e/support/simulator.mjs";
import { siteFolder } from "./site.mjs";

/** A read that takes no parameters. */
export const BUCKETS = "/api/v1/bucket/get-bucket-list";
export const APPROVE = "/api/v1/export-approve/export-file-approve";

/** What a relay of ours says itself, by status. */
export const RELAY_CODES = {
  401: "RELAY_SIGN_IN",
  403: "RELAY_ORIGIN",
  404: "RELAY_PATH",
  405: "RELAY_METHOD",
  409: "RELAY_REPEATED",
  413: "RELAY_SIZE",
  429: "RELAY_RATE",
  500: "RELAY_FAULT",
  502: "RELAY_UPSTREAM",
  504: "RELAY_TIMEOUT",
};

export const SERVERS = [
  { name: "nginx", start: startNginx },
  { name: "Caddy", start: startCaddy },
];

/** The API's operations as the description that is published with the console has them. */
export async function operations() {
  const text = await readFile(new URL("../../../public/openapi.json", import.meta.url), "utf8");
  return Object.entries(JSON.parse(text).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/**
 * One exchange with the path's bytes as they are; `fetch` would tidy them up. `chunked`: a body
 * whose length is not said before.
 */
export function ask(origin, path, { method = "GET", headers = {}, body, chunked } = {}) {
  const { protocol, hostname, port } = new URL(origin);
  const start = protocol === "https:" ? overHttps : overHttp;
  // Without an agent: each test has a connection of its own, which the server may close.
  const options = { hostname, port, path, method, agent: false, rejectUnauthorized: false };
  const length = body === undefined || chunked ? {} : { "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = start({ ...options, headers: { ...length, ...headers } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: answer.statusCode, headers: answer.headers, rawHeaders: answer.rawHeaders, bytes, text: bytes.toString() });
      });
    });
    sent.on("error", reject);
    if (chunked) sent.write(body.slice(0, 1));
    sent.end(chunked ? body.slice(1) : body);
  });
}

/** The headers of a signed request. */
export function signed(method, path, { access = ACCESS_KEY, secret = SECRET_KEY, now = Date.now() } = {}) {
  const text = `${method} ${path}\n${now}\n${access}`;
  return {
    accept: "application/json",
    "x-ncp-apigw-timestamp": String(now),
    "x-ncp-iam-access-key": access,
    "x-ncp-apigw-signature-v2": createHmac("sha256", secret).update(text).digest("base64"),
    "x-ncp-lang": "en-US",
  };
}

/**
 * The same tests on both servers, each in front of a simulator of its own. `settings`: of nginx.mjs,
 * or what makes them from `{ simulator, site }`.
 */
export function onBoth(settings, tests) {
  for (const { name, start } of SERVERS) {
    describe(name, () => {
      const of = { name, start };
      const ends = [];
      before(async () => {
        of.simulator = await startSimulator();
        ends.push(of.simulator.stop);
        of.site = await siteFolder(typeof settings === "object" ? settings.base : undefined);
        ends.push(of.site.remove);
        const more = typeof settings === "function" ? await settings(of, (end) => ends.push(end)) : settings;
        of.server = await start({ root: of.site.root, upstream: of.simulator.host, ...more });
        ends.push(of.server.stop);
        of.ask = (path, options) => ask(of.server.origin, path, options);
      });
      after(async () => {
        for (const end of ends.reverse()) await end();
      });
      tests(of);
    });
  }
}

/** The relay's own error, and nothing that reached the gateway. */
export async function refusedByRelay(of, answer, status, what) {
  assert.equal(answer.status, status, what);
  assert.equal(answer.headers["content-type"], "application/json", what);
  assert.equal(answer.headers["cache-control"], "no-store", what);
  assert.equal(JSON.parse(answer.text).error.errorCode, RELAY_CODES[status], what);
  assert.deepEqual(await of.simulator.log(), [], what);
}
