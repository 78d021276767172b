// What can happen to connections between a browser and a server: they end without an answer.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/** Passes connections to a port of this computer, byte for byte, until they are cut. */
export async function startCutter(port) {
  const open = new Set();
  let answered;
  const server = createServer((browser) => {
    const way = connect(port, "127.0.0.1");
    const end = () => {
      open.delete(end);
      browser.destroy();
      way.destroy();
    };
    open.add(end);
    for (const socket of [browser, way]) socket.on("error", end).on("close", end);
    browser.pipe(way);
    way.on("data", (bytes) => {
      if (answered) answered();
      else browser.write(bytes);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => [...open].forEach((end) => end());
  return {
    port: server.address().port,
    /** All connections end now; new ones can be made. */
    cut,
    /** All connections end as soon as the server says anything. */
    cutAtAnswer: () =>
      new Promise((resolve) => {
        answered = () => {
          answered = undefined;
          cut();
          resolve();
        };
      }),
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      cut();
    }),
  };
}
