// The console below a path of a host, as deploy/README.md has it: set when it is copied there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connect, heading, navigate, openTab, open, rowNames, stage, startServer, table } from "./support/console.mjs";
import { required, temporaryFolder } from "./support/process.mjs";

const { scenario } = stage();
/** Paths as people write them; browsers encode the second. */
const BASES = ["/databoxframe", "/사내망/~콘솔.v1"];

/** A scenario below each path, on a copy that was changed by the page's own command. */
function below(name, body) {
  for (const base of BASES) belowOne(base, `${name}, below ${base}`, body);
}

function belowOne(base, name, body) {
  const BASE = encodeURI(base);
  scenario(name, async ({ page, guard, simulator, keep }) => {
    const { path: unpacked } = await keep(temporaryFolder("archive"));
    const { path: root } = await keep(temporaryFolder("sub-path"));
    await cp(required("DIST"), join(unpacked, "dist"), { recursive: true });
    const readme = await readFile(new URL("../../deploy/README.md", import.meta.url), "utf8");
    const [command] = readme.match(/^sed -i .* dist\/index\.html$/m);
    execFileSync("sh", ["-c", command.replace("/databoxframe/", `${base}/`)], { cwd: unpacked });
    await cp(join(unpacked, "dist"), join(root, base), { recursive: true });
    const connection = { name: "Main", gateway: "https://databoxframe.apigw.ntruss.com", relay: `${base}/relay` };
    await writeFile(join(root, base, "config.json"), JSON.stringify({ connections: [connection] }));
    const site = await keep(startServer({ root, upstream: simulator.host, base }));
    guard.allowOrigin(site.origin);
    const outside = [];
    page.context().on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname !== BASE && !pathname.startsWith(`${BASE}/`)) outside.push(pathname);
    });
    await body({ page, site, BASE });
    assert.deepEqual(outside, [], "everything is asked for below the path");
  });
}

const path = (page) => new URL(page.url()).pathname;

below("links, the location bar and the way back keep the path", async ({ page, site, BASE }) => {
  // Without the last slash, as people type it.
  await open(page, `${site.origin}${BASE}`);
  await connect(page);
  await heading(page, "Overview");
  assert.equal(path(page), `${BASE}/overview`);
  await navigate(page, "Frames");
  const frames = await table(page, "Data Box Frames");
  const [name] = await rowNames(frames);
  await frames.getByRole("link", { name, exact: true }).click();
  await heading(page, name);
  assert.match(path(page), new RegExp(`^${BASE}/frames/\\d+$`));
  await openTab(page, "Data boxes");
  const boxes = await table(page, "Data boxes");
  const [box] = await rowNames(boxes);
  await boxes.getByRole("link", { name: box, exact: true }).click();
  await heading(page, box);
  assert.match(path(page), new RegExp(`^${BASE}/frames/\\d+/boxes/\\d+$`));
  // The trail, the navigation, and the browser's own buttons.
  await page.getByRole("list").getByRole("link", { name, exact: true }).click();
  await heading(page, name);
  await navigate(page, "Export review");
  assert.equal(path(page), `${BASE}/reviews`);
  await page.goBack();
  await heading(page, name);
  // A place on the page stays on the page.
  await page.getByRole("link", { name: "Skip to content" }).press("Enter");
  await page.waitForURL(new RegExp(`${BASE}/frames/\\d+#content$`));
  await heading(page, name);
});

below("a deep link is kept through a reload and Connect, and opens in a new tab", async ({ page, site, BASE }) => {
  await open(page, `${site.origin}${BASE}/reviews`);
  assert.equal(path(page), `${BASE}/connect`);
  assert.equal(new URL(page.url()).searchParams.get("next"), "/reviews");
  await connect(page);
  await heading(page, "Export review");
  const requests = await table(page, "Export review requests");
  const link = requests.getByRole("link").first();
  const [file, target] = [await link.innerText(), await link.getAttribute("href")];
  assert.match(target, new RegExp(`^${BASE}/reviews/\\d+/\\d+/\\d+$`));

  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click({ modifiers: ["ControlOrMeta"] })]);
  await heading(tab, "Connect");
  assert.equal(path(tab), `${BASE}/connect`);
  await connect(tab);
  await heading(tab, file);
  assert.equal(path(tab), target);
  await tab.close();

  await link.click();
  await heading(page, file);
  await page.reload();
  await heading(page, "Connect");
  await connect(page);
  await heading(page, file);
  assert.equal(path(page), target);
});
