// An upgrade while pages are open, as deploy/README.md has it: the program first, then the page
// that names it; old files stay.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrive, heading, navigate, open, stage, startServer, table } from "./support/console.mjs";
import { required } from "./support/process.mjs";

const { scenario } = stage();
const HASHED = /-[0-9a-f]{16}(?=(_bg)?\.(js|css|wasm)$)/;

/** The same console with other names, as if it had other contents. */
async function otherVersion() {
  const folder = await mkdtemp(join(tmpdir(), "console-version-"));
  await cp(required("DIST"), folder, { recursive: true });
  let page = await readFile(join(folder, "index.html"), "utf8");
  for (const name of (await readdir(folder)).filter((name) => HASHED.test(name))) {
    const other = name.replace(HASHED, (hash) => `-${[...hash.slice(1)].reverse().join("")}`);
    await rename(join(folder, name), join(folder, other));
    page = page.replaceAll(name, other);
  }
  await writeFile(join(folder, "index.html"), page);
  return folder;
}

scenario("an open page goes on, a reload gets the new version", async ({ page, guard, simulator }) => {
  const root = await mkdtemp(join(tmpdir(), "console-upgrade-"));
  await cp(required("DIST"), root, { recursive: true });
  const next = await otherVersion();
  const site = await startServer({ root, upstream: simulator.host });
  guard.allowOrigin(site.origin);
  const program = () => page.evaluate(() => document.querySelector("script[data-wasm]").dataset.wasm);
  try {
    await arrive(page, `${site.origin}/frames`, "Frames");
    await table(page, "Data Box Frames");
    const before = await program();

    const index = join(root, "index.html");
    const { size, atime, mtime } = await stat(index);
    const page2 = await readFile(join(next, "index.html"));
    assert.equal(page2.length, size, "not even the size differs");
    await rm(join(next, "index.html"));
    await cp(next, root, { recursive: true });
    await writeFile(index, page2);
    await utimes(index, atime, mtime);

    // Whoever has it open works on, whoever comes by a URL gets the new one.
    await navigate(page, "Buckets");
    await table(page, "Object Storage buckets");
    assert.equal(await program(), before);
    const another = await page.context().newPage();
    await open(another, `${site.origin}/buckets`);
    await another.close();
    await page.reload();
    await heading(page, "Connect");
    assert.notEqual(await program(), before);
  } finally {
    await site.stop();
    await rm(root, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
  }
});
