// TLS on both legs: browsers come back by https only, and the gateway has to prove its name.

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer as createHttpServer, request as startRequest } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { createServer } from "node:https";
import { connect, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { certificate } from "../e2e/support/certificates.mjs";
import { APPROVE, ask, BUCKETS, RELAY_CODES, SERVERS } from "./support/servers.mjs";
import { siteFolder } from "./support/site.mjs";

const GATEWAY = "databoxframe.apigw.ntruss.com";
let folder;
const certificates = {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "console-tls-"));
  const authority = await certificate(folder, "authority", "Test authority");
  const stranger = await certificate(folder, "stranger", "Another authority");
  Object.assign(certificates, {
    authority,
    console: await certificate(folder, "console", "127.0.0.1", authority),
    gateway: await certificate(folder, "gateway", GATEWAY, authority),
    otherName: await certificate(folder, "other-name", "elsewhere.example", authority),
    otherAuthority: await certificate(folder, "other-authority", GATEWAY, stranger),
  });
});
after(() => rm(folder, { recursive: true, force: true }));

/** A gateway with one of the certificates; what it was asked. */
async function startGateway({ certificate, key }) {
  const seen = [];
  const options = { cert: await readFile(certificate), key: await readFile(key) };
  const server = createServer(options, (request, answer) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      seen.push({ name: request.socket.servername, host: request.headers.host, url: request.url, body });
      answer.writeHead(200, {
        "Content-Type": "application/json",
        "Strict-Transport-Security": "max-age=1",
        "Set-Cookie": "a=b",
        Location: "https://evil.example",
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "public",
      });
      answer.end("{}");
    });
  });
  // A relay that does not trust the certificate breaks the connection off.
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { host: `127.0.0.1:${server.address().port}`, seen, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** Status and text of an exchange. */
function overHttp2(session, headers, body) {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers);
    let status;
    let text = "";
    stream.on("response", (answer) => (status = answer[":status"]));
    stream.on("data", (part) => (text += part));
    stream.on("end", () => resolve([status, text]));
    // A body that is too large is not read to its end.
    stream.on("error", (error) => (status ? resolve([status, text]) : reject(error)));
    stream.end(body);
  });
}

/** A company's proxy, which connects to the gateway whatever name it is asked for. */
async function startProxy(gateway, asked, ends) {
  const server = createHttpServer();
  server.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    splice(socket, connect(gateway.host.split(":")[1], "127.0.0.1"), () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
  });
  return listen(server, ends);
}

/** What `socat TCP-LISTEN:…,fork PROXY:…` does. */
async function startTunnel(proxy, ends) {
  const server = createTcpServer((socket) => {
    const [hostname, port] = proxy.split(":");
    const asking = startRequest({ hostname, port, method: "CONNECT", path: `${GATEWAY}:443`, agent: false });
    asking.on("connect", (_, through) => splice(socket, through));
    asking.on("error", () => socket.destroy());
    asking.end();
  });
  return listen(server, ends);
}

/** Two connections become one. */
function splice(one, other, connected) {
  if (connected) other.once("connect", connected);
  one.on("error", () => other.destroy()).on("close", () => other.destroy());
  other.on("error", () => one.destroy()).on("close", () => one.destroy());
  one.pipe(other).pipe(one);
}

async function listen(server, ends) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return `127.0.0.1:${server.address().port}`;
}

for (const { name, start } of SERVERS) {
  describe(name, () => {
    async function withGateway(which, body, way = async (gateway) => ({ upstream: gateway.host })) {
      const site = await siteFolder();
      const gateway = await startGateway(certificates[which]);
      const ends = [];
      try {
        const server = await start({
          root: site.root,
          ...(await way(gateway, ends)),
          tls: certificates.console,
          upstreamTls: { authority: certificates.authority.certificate },
        });
        try {
          await body(server.origin, gateway);
        } finally {
          await server.stop();
        }
      } finally {
        for (const end of ends) await end();
        await gateway.stop();
        await site.remove();
      }
    }

    test("serves over TLS, and asks browsers to come back so", () =>
      withGateway("gateway", async (origin) => {
        assert.match(origin, /^https:/);
        for (const path of ["/", "/none.js", "/relay/health", "/relay/other", `/relay${BUCKETS}`]) {
          assert.equal((await ask(origin, path)).headers["strict-transport-security"], "max-age=31536000", path);
        }
      }));

    test("reaches a gateway that proves its name, and takes nothing from it that steers browsers", () =>
      withGateway("gateway", async (origin, { seen }) => {
        const answer = await ask(origin, `/relay${BUCKETS}?a=%2F`);
        assert.deepEqual([answer.status, answer.text], [200, "{}"]);
        assert.deepEqual(seen, [{ name: GATEWAY, host: GATEWAY, url: `${BUCKETS}?a=%2F`, body: "" }]);
        for (const header of ["set-cookie", "location", "access-control-allow-origin"]) assert.equal(answer.headers[header], undefined, header);
        assert.equal(answer.headers["cache-control"], "no-store");
      }));

    test("relays over HTTP/2, as browsers do, by the same rules", () =>
      withGateway("gateway", async (origin, { seen }) => {
        const session = connectHttp2(origin, { rejectUnauthorized: false });
        try {
          const post = (path, body) => overHttp2(session, { ":method": "POST", ":path": path, "content-length": body.length }, body);
          assert.deepEqual(await post(`/relay${APPROVE}?a=%2F//`, "{}"), [200, "{}"]);
          assert.deepEqual(seen.map(({ url, body }) => [url, body]), [[`${APPROVE}?a=%2F//`, "{}"]]);
          const refused = async (path, body) => {
            const [status, text] = await post(path, body);
            return [status, JSON.parse(text).error.errorCode];
          };
          assert.deepEqual(await refused(`/relay${BUCKETS}`, "{}"), [404, RELAY_CODES[404]]);
          assert.deepEqual(await refused(`/relay${APPROVE}`, "x".repeat(1024 * 1024 + 1)), [413, RELAY_CODES[413]]);
          assert.equal(seen.length, 1);
          const { headers } = await ask(origin, "/");
          assert.equal(headers["alt-svc"], undefined, "no HTTP/3");
        } finally {
          session.destroy();
        }
      }));

    test("reaches it through a company's proxy, which sees the name and no more", async () => {
      const asked = [];
      // Neither of the two can ask a proxy: a tunnel on their machine does, and TLS goes through it.
      const throughProxy = async (gateway, ends) => ({
        upstream: await startTunnel(await startProxy(gateway, asked, ends), ends),
      });
      await withGateway(
        "gateway",
        async (origin, { seen }) => {
          const answer = await ask(origin, `/relay${BUCKETS}?a=%2F`);
          assert.deepEqual([answer.status, answer.text], [200, "{}"]);
          assert.deepEqual(seen, [{ name: GATEWAY, host: GATEWAY, url: `${BUCKETS}?a=%2F`, body: "" }]);
          assert.deepEqual(asked, [`CONNECT ${GATEWAY}:443`]);
        },
        throughProxy,
      );
    });

    for (const which of ["otherName", "otherAuthority"]) {
      test(`sends nothing to a gateway with the certificate of ${which}`, () =>
        withGateway(which, async (origin, { seen }) => {
          const answer = await ask(origin, `/relay${BUCKETS}`);
          assert.deepEqual([answer.status, JSON.parse(answer.text).error.errorCode], [502, RELAY_CODES[502]]);
          assert.deepEqual(seen, []);
        }));
    }
  });
}
