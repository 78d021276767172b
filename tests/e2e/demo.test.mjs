// The demo: a copy of dist/ on a server that has nothing but files shows everything.

import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { filterOf, heading, navigate, open, rowNames, stage, table } from "./support/console.mjs";
import { eventually, required, temporaryFolder } from "./support/process.mjs";

const { scenario } = stage();
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };

/** The policy that the servers of deploy/ send. */
const HEADERS = readFileSync(new URL("../../deploy/nginx/headers.inc", import.meta.url), "utf8");
const POLICY = HEADERS.match(/Content-Security-Policy "(.+)"/)[1];

/** Files, and the page for URLs without a dot; `asked`: everything it was asked for. */
async function startFiles(root) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    asked.push({ method: request.method, pathname, found: false });
    const name = extname(pathname) ? pathname.slice(1) : "index.html";
    if (!existsSync(join(root, name))) return response.writeHead(404).end();
    asked.at(-1).found = true;
    const cache = /-[0-9a-f]{16}/.test(name) ? "max-age=31536000, immutable" : "no-cache";
    response.writeHead(200, { "content-type": TYPES[extname(name)], "content-security-policy": POLICY, "cache-control": cache });
    response.end(await readFile(join(root, name)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    asked,
    origin: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A scenario on files alone; `config`: what config.json says besides. */
function onFiles(name, config, body) {
  scenario(name, async ({ page, guard, keep }) => {
    const { path: root } = await keep(temporaryFolder("demo"));
    await cp(required("DIST"), root, { recursive: true });
    const before = JSON.parse(await readFile(join(root, "config.json"), "utf8"));
    await writeFile(join(root, "config.json"), JSON.stringify({ ...before, ...config }));
    const site = await keep(startFiles(root));
    guard.allowOrigin(site.origin);
    await body({ page, site, guard, root });
    const other = site.asked.filter(({ method, found }) => !found || !["GET", "HEAD"].includes(method));
    assert.deepEqual(other, [], "nothing but files is asked for");
    assert.ok(!site.asked.some(({ pathname }) => pathname.startsWith("/relay") || pathname.startsWith("/api")));
  });
}

const BANNER = /Nothing leaves this browser/;
const LIST = "Export review requests";
const offer = (page) => page.getByRole("button", { name: "Try the demo", exact: true });
const status = (page) => filterOf(page, "Status");
const demoFiles = (site) => site.asked.map(({ pathname }) => pathname).filter((path) => path.startsWith("/demo"));

onFiles("frames, a review that is approved, and where it went", {}, async ({ page, site }) => {
  await open(page, site.origin);
  assert.deepEqual(demoFiles(site), [], "loaded only by who chooses it");
  assert.equal(await page.getByText(BANNER).count(), 0);
  await offer(page).click();
  await heading(page, "Overview");
  await page.getByText(BANNER).waitFor();
  await navigate(page, "Frames");
  assert.ok((await rowNames(await table(page, "Data Box Frames"))).length >= 3);
  assert.equal(new Set(demoFiles(site)).size, 3, demoFiles(site).join());

  await navigate(page, "Export review");
  await table(page, LIST);
  await (await status(page)).selectOption("Waiting for review");
  const link = (await table(page, LIST)).getByRole("rowheader").first().getByRole("link");
  const [file, target] = [await link.innerText(), await link.getAttribute("href")];
  await link.click();
  await heading(page, file);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await navigate(page, "Export review");
  const approved = page.locator(`[href="${target}"]`);
  await table(page, LIST);
  await (await status(page)).selectOption("Waiting for review");
  await table(page, LIST);
  await eventually("it waits no more", async () => (await approved.count()) === 0);

  // Every request is there, with what was signed and answered.
  await navigate(page, "Activity");
  const requests = page.getByRole("table", { name: "Requests", exact: true });
  await requests.getByText("export-file-approve").first().waitFor();
});

onFiles("faults can be switched on", {}, async ({ page, site }) => {
  await open(page, `${site.origin}/buckets`);
  await offer(page).click();
  await heading(page, "Buckets");
  await table(page, "Object Storage buckets");
  const faults = page.getByRole("combobox", { name: "Requests that fail", exact: true });
  await faults.selectOption("60%");
  const refresh = page.getByRole("button", { name: "Refresh", exact: true });
  await eventually("a read fails", async () => {
    await table(page, "Object Storage buckets");
    if ((await page.getByRole("alert").count()) > 0) return true;
    await refresh.click();
    return false;
  }, 60_000);
  await faults.selectOption("none");
  await page.getByRole("button", { name: "Try again", exact: true }).first().click();
  await page.getByRole("alert").first().waitFor({ state: "detached" });
});

onFiles("a damaged file of the demo is not run", {}, async ({ page, site, guard, root }) => {
  await open(page, site.origin);
  const [name] = (await readFile(join(root, "index.html"), "utf8")).match(/demo-[0-9a-f]{16}\.js/);
  await writeFile(join(root, name), `${await readFile(join(root, name))} `);
  guard.expectConsole(/(valid digest|hashes) in the '?integrity'? attribute/);
  await offer(page).click();
  const shown = page.getByRole("alert").first();
  await shown.waitFor();
  assert.equal(demoFiles(site).some((path) => path.includes("worker")), false, await shown.innerText());
});

onFiles("config.json can remove it", { demo: false }, async ({ page, site }) => {
  await open(page, site.origin);
  assert.equal(await offer(page).count(), 0);
});
