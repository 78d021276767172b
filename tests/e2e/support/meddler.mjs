// A proxy that meddles with what passes, before a server.

import { once } from "node:events";
import { createServer, request as start } from "node:http";

/**
 * Passes everything to `host`. `url(text)`: another URL instead; `answer(headers)` changes an
 * answer's headers. Only what goes to a relay is changed so, answers of all.
 */
export async function startMeddler(host, meddling) {
  let { url, answer } = meddling;
  const [hostname, port] = host.split(":");
  const server = createServer((incoming, outgoing) => {
    const path = url && incoming.url.includes("/relay/") ? url(incoming.url) : incoming.url;
    const passed = start({ hostname, port, path, method: incoming.method, headers: incoming.headers }, (reply) => {
      const headers = { ...reply.headers };
      answer?.(headers);
      // Not one of its own in the place of one that was taken away.
      outgoing.sendDate = false;
      outgoing.writeHead(reply.statusCode, headers);
      reply.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Meddles in another way from now on. */
    meddle: (other) => ({ url, answer } = other),
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
