// An upstream that is slow, dead or breaks off: the relay says so in its own words, in time, and
// sends nothing twice.

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { describe, test } from "node:test";
import { eventually, freePort } from "../e2e/support/process.mjs";
import { APPROVE, ask, BUCKETS, onBoth, RELAY_CODES, SERVERS } from "./support/servers.mjs";
import { siteFolder } from "./support/site.mjs";

const code = (answer) => JSON.parse(answer.text).error.errorCode;

onBoth({ patience: 1 }, (of) => {
  test("gives up on a slow gateway, and has sent the request once", async () => {
    for (const [path, options] of [[BUCKETS, {}], [APPROVE, { method: "POST", body: "{}" }]]) {
      await of.simulator.reset();
      await of.simulator.fault(path.split("/").pop(), { kind: "latency", ms: 3_600_000 });
      const answer = await of.ask(`/relay${path}`, options);
      assert.deepEqual([answer.status, code(answer)], [504, RELAY_CODES[504]]);
      assert.equal(answer.headers["cache-control"], "no-store");
      assert.equal((await of.simulator.log()).length, 1, path);
    }
    await of.simulator.reset();
  });

  test("says that a connection was closed, and does not repeat the request", async () => {
    for (const [path, options] of [[BUCKETS, {}], [APPROVE, { method: "POST", body: "{}" }]]) {
      await of.simulator.reset();
      await of.simulator.fault(path.split("/").pop(), { kind: "close", when: "before" });
      const answer = await of.ask(`/relay${path}`, options);
      assert.deepEqual([answer.status, code(answer)], [502, RELAY_CODES[502]]);
      assert.equal((await of.simulator.log()).length, 1, path);
    }
    await of.simulator.reset();
  });

  test("answers no 408 where a request does not end, and passes none of it on", async () => {
    await of.simulator.clearLog();
    const head = `POST /relay${APPROVE} HTTP/1.1\r\nHost: 127.0.0.1:${of.server.port}\r\nContent-Length: 100\r\n\r\n{`;
    const chunk = `POST /relay${APPROVE} HTTP/1.1\r\nHost: 127.0.0.1:${of.server.port}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`;
    for (const request of [head, chunk]) {
      const socket = connect(of.server.port, "127.0.0.1").on("error", () => {});
      let answer = "";
      socket.on("data", (bytes) => (answer += bytes));
      socket.write(request);
      await once(socket, "close");
      assert.doesNotMatch(answer, /^HTTP\/1.1 (408|2)/);
      assert.deepEqual((await of.simulator.log()).filter((entry) => entry.status !== null), [], request);
    }
  });

  test("passes the gateway's own failures as they are", async () => {
    for (const status of [400, 401, 403, 404, 405, 413, 429, 500, 502, 503, 504]) {
      const body = `{"error":{"errorCode":"900","message":"${status}"}}`;
      await of.simulator.fault("get-bucket-list", { kind: "answer", status, contentType: "application/json", body }, 1);
      const answer = await of.ask(`/relay${BUCKETS}`);
      assert.deepEqual([answer.status, answer.text], [status, body]);
    }
    await of.simulator.fault("get-bucket-list", { kind: "html", status: 502 }, 1);
    assert.match((await of.ask(`/relay${BUCKETS}`)).text, /<html>/);
  });
});

for (const { name, start } of SERVERS) {
  describe(`${name} without a gateway`, () => {
    async function withServer(upstream, body) {
      const site = await siteFolder();
      const server = await start({ root: site.root, upstream });
      try {
        await body(server);
      } finally {
        await server.stop();
        await site.remove();
      }
    }

    test("says that nobody listens, and serves the page all the same", () =>
      freePort().then((port) =>
        withServer(`127.0.0.1:${port}`, async ({ origin, output }) => {
          const answer = await ask(origin, `/relay${BUCKETS}`);
          assert.deepEqual([answer.status, code(answer)], [502, RELAY_CODES[502]]);
          assert.doesNotMatch(answer.text, /127\.0\.0\.1|refused/, "nothing of the inside");
          await eventually("the log says why", () => /connection refused/i.test(output()));
          assert.equal((await ask(origin, "/")).status, 200);
          assert.equal((await ask(origin, "/relay/health")).status, 200);
        }),
      ));

    test("connects for complete requests only", async () => {
      let connections = 0;
      const gateway = createServer((socket) => {
        connections += 1;
        socket.on("error", () => {});
        socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
      });
      gateway.listen(0, "127.0.0.1");
      await once(gateway, "listening");
      try {
        await withServer(`127.0.0.1:${gateway.address().port}`, async ({ origin, port }) => {
          // Bodies whose end does not come.
          for (let index = 0; index < 10; index += 1) {
            const socket = connect(port, "127.0.0.1");
            await once(socket, "connect");
            const head = `POST /relay${APPROVE} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\n{`;
            await new Promise((resolve) => socket.write(head, resolve));
            const { status } = await ask(origin, `/relay${APPROVE}`, { method: "POST", body: "{}" });
            assert.equal(status, 200);
            socket.destroy();
          }
          assert.equal(connections, 10);
        });
      } finally {
        await new Promise((resolve) => gateway.close(resolve));
      }
    });

    test("says that an answer is none, and passes one that is cut off as cut off", async () => {
      const says = { text: "HTTP/1.1 200 OK\r\nContent-Ty" };
      const gateway = createServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => socket.end(says.text));
      });
      gateway.listen(0, "127.0.0.1");
      await once(gateway, "listening");
      try {
        await withServer(`127.0.0.1:${gateway.address().port}`, async ({ origin }) => {
          const answer = await ask(origin, `/relay${BUCKETS}`);
          assert.deepEqual([answer.status, code(answer)], [502, RELAY_CODES[502]]);
          says.text = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
          // A whole answer in its place would be a lie.
          await assert.rejects(ask(origin, `/relay${BUCKETS}`), { code: "ECONNRESET" });
        });
      } finally {
        await new Promise((resolve) => gateway.close(resolve));
      }
    });
  });
}
