// What the container copies and runs, without a container: the same files in the same places of a
// folder, and nginx as it is started there.

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { startProgram } from "../e2e/support/nginx.mjs";
import { freePort } from "../e2e/support/process.mjs";
import { startSimulator } from "../e2e/support/simulator.mjs";
import { APPROVE, ask, BUCKETS, refusedByRelay, signed } from "./support/servers.mjs";
import { siteFolder } from "./support/site.mjs";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const read = (name) => readFile(join(PROJECT, name), "utf8");

/** Carries the COPY lines out below `image`, with another dist/. */
async function build(image, dist) {
  const lines = [...(await read("deploy/container/Containerfile")).matchAll(/^COPY (\S+) (\S+)$/gm)];
  assert.ok(lines.length >= 5);
  for (const [, from, to] of lines) {
    await mkdir(dirname(join(image, to)), { recursive: true });
    await cp(from === "dist" ? dist : join(PROJECT, from), join(image, to), { recursive: true });
  }
}

test("the container's files make a console and a relay", async () => {
  const image = await mkdtemp(join(tmpdir(), "console-container-"));
  const simulator = await startSimulator();
  const site = await siteFolder();
  await build(image, site.folder);
  await writeFile(join(image, "srv/databoxframe-console/config.json"), '{"connections":[],"notice":"mounted"}');
  await mkdir(join(image, "tmp"));
  // Below the folder, on a free port, to the simulator: all else as it is.
  const port = await freePort();
  const there = await readdir(join(image, "etc/nginx"), { recursive: true });
  const files = there.filter((name) => /\.(conf|inc)$/.test(name));
  for (const name of files) {
    const path = join(image, "etc/nginx", name);
    let text = await readFile(path, "utf8");
    for (const place of ["/tmp/", "/srv/databoxframe-console", "/etc/nginx/databoxframe-console"]) {
      text = text.replaceAll(new RegExp(`(?<=[ "])${place}`, "g"), image + place);
    }
    text = text.replace("listen 8080;", `listen 127.0.0.1:${port};`).replace("listen [::]:8080;", "");
    text = text.replace("server databoxframe.apigw.ntruss.com:443;", `server ${simulator.host};`);
    text = text.replace("proxy_pass https:", "proxy_pass http:");
    text = text.replace("/dev/stdout", `${image}/access.log`);
    await writeFile(path, text);
  }
  const args = ["-c", join(image, "etc/nginx/nginx.conf"), "-g", "daemon off; master_process off;"];
  const server = await startProgram({ folder: image, port }, args);
  try {
    const config = await ask(server.origin, "/config.json");
    assert.match(config.text, /mounted/);
    assert.match((await ask(server.origin, "/frames")).headers["content-security-policy"], /default-src 'none'/);
    const program = await ask(server.origin, `/${site.hashed[0]}`, { headers: { "accept-encoding": "br" } });
    assert.equal(program.headers["content-encoding"], "br");
    assert.equal((await ask(server.origin, `/relay${BUCKETS}`, { headers: signed("GET", BUCKETS) })).status, 200);
    const write = { method: "POST", headers: signed("POST", APPROVE), body: "{}" };
    const answers = [await ask(server.origin, `/relay${APPROVE}`, write), await ask(server.origin, `/relay${APPROVE}`, write)];
    assert.deepEqual(answers.map(({ status }) => status), [400, 409]);
    assert.equal((await ask(server.origin, "/relay/health")).status, 200);
    await simulator.clearLog();
    await refusedByRelay({ simulator }, await ask(server.origin, "/relay/other"), 404);
    // Behind what ends TLS, the log has the browser's address.
    await ask(server.origin, "/", { headers: { "x-forwarded-for": "192.0.2.7" } });
    assert.match(await server.accessLog(), /^192\.0\.2\.7 /m);
    // Nothing is written but below /tmp.
    const written = (await readdir(image, { recursive: true })).filter((name) => /client_body|proxy$|answers$|nginx\.pid/.test(name));
    assert.ok(written.length > 0 && written.every((name) => name.startsWith("tmp/")), written.join());
  } finally {
    await server.stop();
    await site.remove();
    await simulator.stop();
  }
});

test("the container runs as an ordinary user, and its setting differs from nginx/ in the server only", async () => {
  const file = await read("deploy/container/Containerfile");
  assert.match(file, /^USER www-data$/m);
  assert.ok(file.indexOf("USER www-data") < file.indexOf("\nCMD"));
  const [ours, theirs] = await Promise.all(["container", "nginx"].map((name) => read(`deploy/${name}/console.conf`)));
  const directives = (text) =>
    text
      .slice(0, text.indexOf("\nserver {"))
      .replace(/#.*$/gm, "")
      .split(/\s+/)
      .filter(Boolean)
      .join(" ");
  assert.equal(directives(ours), directives(theirs));
});
