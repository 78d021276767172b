// nginx with the configuration that deploy/nginx/ and deploy/container/ offer.

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copied, running } from "./deployed.mjs";
import { freePort } from "./process.mjs";

/**
 * Serves the folder `root`, with a relay to `upstream` (host:port).
 * `connect`: another origin that the policy lets the page connect to.
 * `base`: a sub-path. `consoleOrigin`: only the relay, for this origin. `signOn`: host:port of a
 * single sign-on. `tls`, `upstreamTls`: files of a certificate, and of whom to trust. `http1`: not
 * HTTP/2 over TLS.
 * `patience`: seconds instead of 35, and of 15 for bodies. `limited`: with the limit of requests. `forgetful`: a write is
 * forgotten at once instead of after a minute. `workers`: a master and its workers, as in
 * operation. `brotli`: with .br files, which need Debian's package
 * libnginx-mod-http-brotli-static.
 */
export async function startNginx(settings) {
  const { root, upstream, connect, base, consoleOrigin, signOn, tls, upstreamTls, patience, limited, brotli } = settings;
  const { forgetful, workers, http1 } = settings;
  const copy = await copied("nginx");
  const { folder, port, change } = copy;
  const site = consoleOrigin ? "relay-only.conf" : "console.conf";
  const name = consoleOrigin ? "relay" : "console";

  await change(site, "listen 443 ssl http2;", `listen 127.0.0.1:${port}${tls ? " ssl" : ""}${tls && !http1 ? " http2" : ""};`);
  await change(site, `/etc/nginx/tls/${name}.crt`, tls?.certificate ?? "");
  await change(site, `/etc/nginx/tls/${name}.key`, tls?.key ?? "");
  if (!tls) await change(site, "^ *ssl_certificate(_key)? .*$", "", 2);
  await change(site, "access_log \\S+", `access_log "${folder}/access.log"`);
  await change(site, "server databoxframe.apigw.ntruss.com:443;", `server ${upstream};`);
  const redirect = await freePort();
  if (!consoleOrigin) await change(site, "listen 80;", `listen 127.0.0.1:${redirect};`);
  if (consoleOrigin) await change(site, "https://console.example\";", `${consoleOrigin}";`);
  else await change(site, "root /srv/databoxframe-console;", `root "${root}";`);
  if (base) {
    await change(site, 'default ""; # CHANGE', `default "${base}"; # CHANGE`);
    await change(site, "location / \\{ # CHANGE", `location ^~ ${base}/ { # CHANGE`);
    await change(site, "#location = /databoxframe \\{ return 301 /databoxframe/; \\}", `location = ${base} { return 301 ${base}/; }`);
  }
  if (upstreamTls) await change("relay.inc", "/etc/ssl/certs/ca-certificates.crt", upstreamTls.authority);
  else await change("relay.inc", "proxy_pass https:", "proxy_pass http:");
  if (signOn) {
    await change(site, "#include databoxframe-console/single-sign-on.inc;", "include databoxframe-console/single-sign-on.inc;");
    await change("single-sign-on.inc", "127.0.0.1:4180", signOn, 2);
  }
  if (connect) await change("headers.inc", "connect-src 'self'", `connect-src 'self' ${connect}`);
  if (patience) await change("relay.inc", "(?:35|15)s", `${patience}s`, 3);
  if (!limited) await change("http.inc", "rate=20r/s", "rate=10000r/s");
  // A rate alone would not do: within one millisecond nothing is forgotten.
  if (forgetful) await change("relay.inc", "limit_req zone=databoxframe_once;", "limit_req zone=databoxframe_once burst=1000 nodelay;");
  await change("answers.inc", "/run/databoxframe-console", `${folder}/temp/answers`);
  if (brotli) await cp(join(folder, "databoxframe-console/brotli.inc.off"), join(folder, "databoxframe-console/brotli.inc"));

  let main = await copy.shared("container/nginx.conf");
  main = main.replaceAll("/tmp/", `${folder}/temp/`);
  main = main.replace("/etc/nginx/databoxframe-console/console.conf", `${folder}/databoxframe-console/${site}`);
  await mkdir(join(folder, "temp"));
  // One process, unless that makes a difference.
  // Workers of root would be of nobody, who may not read the folder.
  const user = process.getuid() === 0 ? "user root;\n" : "";
  main = workers ? user + main.replace("worker_processes auto", "worker_processes 2") : `${main}\nmaster_process off;`;
  await writeFile(join(folder, "nginx.conf"), `${main}\ndaemon off;\n`);
  const server = await startProgram({ folder, port, secure: tls }, ["-c", join(folder, "nginx.conf")]);
  return { ...server, redirect: `http://127.0.0.1:${redirect}`, answers: `${folder}/temp/answers`, workers: () => workersOf(server.pid) };
}

/** The processes that answer, by their ids. */
async function workersOf(master) {
  const children = (await readFile(`/proc/${master}/task/${master}/children`, "utf8")).split(" ").filter(Boolean);
  // One may end meanwhile.
  const title = (pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const titles = await Promise.all(children.map(title));
  return children.filter((_, index) => titles[index].includes("worker process")).map(Number);
}

/** The program itself, which would take its own name in the environment for sockets to inherit. */
export function startProgram(place, args) {
  return running(place, process.env.NGINX ?? "nginx", args, { NGINX: undefined });
}
