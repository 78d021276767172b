// Caddy with the configuration that deploy/caddy/ offers; see nginx.mjs for the settings.

import { rename } from "node:fs/promises";
import { join } from "node:path";
import { copied, running } from "./deployed.mjs";

/** Serves the folder `root`, with a relay to `upstream` (host:port). */
export async function startCaddy(settings) {
  const { root, upstream, connect, base, consoleOrigin, signOn, tls, upstreamTls, patience, http1 } = settings;
  const { folder, port, change } = await copied("caddy");
  const site = consoleOrigin ? "relay-only.Caddyfile" : "Caddyfile";
  const name = consoleOrigin ? "relay" : "console";

  // No port beside the test's own, and none for certificates.
  await change(site, "^\\{$", `{\n\tadmin off\n\tauto_https off\n\tdefault_sni 127.0.0.1`);
  await change(site, `^${name}\\.example \\{$`, `${tls ? "https" : "http"}://127.0.0.1:${port} {\n\tbind 127.0.0.1`);
  await change(site, "^\\ttls .*$", tls ? `\ttls ${tls.certificate} ${tls.key}` : "");
  await change(site, "/var/log/caddy/\\S+", join(folder, "access.log"));
  if (consoleOrigin) await change(site, "_only https://console.example", `_only ${consoleOrigin}`);
  else await change(site, '_console "" /srv/databoxframe-console', `_console ${base || '""'} ${root}`);
  await change(site, "databoxframe\\.apigw\\.ntruss\\.com:443", upstream);
  if (!upstreamTls) {
    await change("rules.caddy", "reverse_proxy https:", "reverse_proxy http:");
    await change("rules.caddy", "^\\s*tls_server_name .*$", "");
  }
  if (signOn) {
    await change(site, "console/open\\.caddy", "console/single-sign-on.caddy");
    await change("single-sign-on.caddy", "127.0.0.1:4180", signOn, 2);
  }
  if (connect) await change("rules.caddy", "connect-src 'self'", `connect-src 'self' ${connect}`);
  if (patience) {
    await change("rules.caddy", "35s", `${patience}s`, 3);
    await change(site, "read_body 15s", `read_body ${patience}s`);
  }

  if (http1) await change(site, "protocols h1 h2", "protocols h1");

  await rename(join(folder, "databoxframe-console", site), join(folder, "Caddyfile"));
  return running(
    { folder, port, secure: tls },
    process.env.CADDY ?? "caddy",
    ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")],
    // Its own files stay in the folder.
    {
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      ...(upstreamTls && { SSL_CERT_FILE: upstreamTls.authority }),
    },
  );
}
