// The configurations that deploy/ offers, changed only where an administrator would.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually, freePort, start } from "./process.mjs";

const DEPLOY = fileURLToPath(new URL("../../../deploy/", import.meta.url));

/**
 * A folder with the copy of a server's configuration, and a free port.
 * `change(name, from, to)` replaces the one place in a file that matches; `to` may be a function.
 */
export async function copied(server) {
  const folder = await mkdtemp(join(tmpdir(), `console-${server}-`));
  await cp(join(DEPLOY, server), join(folder, "databoxframe-console"), { recursive: true });
  const path = (name) => join(folder, "databoxframe-console", name);
  return {
    folder,
    port: await freePort(),
    shared: (name) => readFile(join(DEPLOY, name), "utf8"),
    async change(name, from, to, times = 1) {
      const text = await readFile(path(name), "utf8");
      const pattern = new RegExp(from, "gm");
      assert.equal(text.match(pattern)?.length, times, `deploy/${server}/${name} has ${times} of ${from}`);
      await writeFile(path(name), text.replace(pattern, typeof to === "function" ? to : () => to));
    },
  };
}

/** Waits until the server answers; what tests need of it. */
export async function running({ folder, port, secure }, program, args, environment) {
  const child = start(program, args, environment);
  const accepts = async () => {
    try {
      const socket = connect(port, "127.0.0.1");
      await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
      socket.destroy();
      return true;
    } catch {
      return false;
    }
  };
  await Promise.race([
    eventually(`${program} answers`, accepts),
    child.ended.then((why) => assert.fail(`${why}\n${child.output()}`)),
  ]);
  return {
    port,
    pid: child.pid,
    origin: `${secure ? "https" : "http"}://127.0.0.1:${port}`,
    accessLog: () => readFile(join(folder, "access.log"), "utf8"),
    /** What it says beside the access log. */
    output: child.output,
    async stop() {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
