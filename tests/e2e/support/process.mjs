// Starting and stopping the servers of a test file.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A path that the test command has to give. */
export function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the scenarios with \`cargo xtask test e2e\``);
  return value;
}

/**
 * Ports that the system gives to nobody who asks for any, and that no browser blocks. Test files run
 * at once: each begins in a block of its own.
 */
const FIRST_PORT = 11_000;
const PORTS = 20_000;
const BLOCK = 100;
let next = process.pid * BLOCK;

/** A loopback port that is free, and that this process gives once. */
export async function freePort() {
  for (;;) {
    const port = FIRST_PORT + (next % PORTS);
    next += 1;
    if (await isFree(port)) return port;
  }
}

async function isFree(port) {
  const server = createServer();
  const listens = new Promise((resolve) => {
    server.once("listening", () => resolve(true)).once("error", () => resolve(false));
  });
  server.listen(port, "127.0.0.1");
  if (!(await listens)) return false;
  server.close();
  await once(server, "close");
  return true;
}

// Whatever ends this process, its servers end with it, and theirs with them.
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGTERM")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** A child process with its output, and `stop()`. */
export function start(program, args, environment) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...environment } });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      running.delete(child);
      resolve(`cannot start ${program}: ${error.message}`);
    });
    child.once("exit", (code, signal) => {
      running.delete(child);
      resolve(`${program} ended with ${signal ?? code}`);
    });
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (output += bytes));
  return {
    ended,
    pid: child.pid,
    output: () => output,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Asks again until `condition` gives something true; its value. */
export async function eventually(what, condition, limitMs = 10_000) {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A folder of its own, until `stop()`. */
export async function temporaryFolder(name) {
  const path = await mkdtemp(join(tmpdir(), `console-${name}-`));
  return { path, stop: () => rm(path, { recursive: true, force: true }) };
}
