// nginx with the configuration that deploy/nginx/ offers, changed only where an
// administrator would change it.

import assert from "node:assert/strict";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, freePort, start } from "./process.mjs";

const TEMPLATE = new URL("../../../deploy/nginx/console.conf", import.meta.url);

/**
 * Serves the folder `root`, with a relay to `upstream` (host:port).
 * `connect`: another origin that the policy lets the page connect to.
 */
export async function startNginx({ root, upstream, connect }) {
  const folder = await mkdtemp(join(tmpdir(), "console-nginx-"));
  const port = await freePort();
  await mkdir(join(folder, "temp"));
  let site = await readFile(TEMPLATE, "utf8");
  const change = (from, to) => {
    assert.equal(site.match(new RegExp(from, "gm"))?.length, 1, `deploy/nginx/console.conf has one ${from}`);
    site = site.replace(new RegExp(from, "m"), () => to);
  };
  change("listen 443 ssl;", `listen 127.0.0.1:${port};`);
  change("^ *ssl_certificate .*$", "");
  change("^ *ssl_certificate_key .*$", "");
  change("root /srv/databoxframe-console;", `root "${root}";`);
  change("access_log /var/log/nginx/console.log console;", `access_log "${folder}/access.log" console;`);
  change("server databoxframe.apigw.ntruss.com:443;", `server ${upstream};`);
  change("proxy_pass https:", "proxy_pass http:");
  if (connect) change("connect-src 'self'", `connect-src 'self' ${connect}`);
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off;
# One process: it ends with the tests, however they end.
master_process off;
pid "${folder}/nginx.pid";
error_log "${folder}/error.log" warn;
events { worker_connections 256; }
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    ${temp.map((name) => `${name}_temp_path "${folder}/temp/${name}";`).join("\n    ")}
${site}
}
`,
  );
  await writeFile(join(folder, "access.log"), "");
  const child = start(process.env.NGINX ?? "nginx", ["-p", folder, "-c", join(folder, "nginx.conf")]);
  const origin = `http://127.0.0.1:${port}`;
  await Promise.race([
    eventually("nginx answers", () => fetch(origin, { method: "HEAD" }).then(() => true, () => false)),
    child.ended.then((why) => assert.fail(`${why}\n${child.output()}`)),
  ]);
  return {
    origin,
    accessLog: () => readFile(join(folder, "access.log"), "utf8"),
    async stop() {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
