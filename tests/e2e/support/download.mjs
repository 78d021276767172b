// Files that the page lets the browser save.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { IN_FIREFOX } from "./browsers.mjs";
import { eventually } from "./process.mjs";

/** Does what saves a file; its name and text. */
export async function savedFile(page, save) {
  if (IN_FIREFOX) return savedByFirefox(page, save);
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/**
 * Playwright tells of no download of Firefox's (153 ESR): its events name neither a download nor a
 * navigation. The file is in the folder that Playwright chose.
 */
async function savedByFirefox(page, save) {
  const browser = page.context().browser();
  // No part of Playwright's interface: look here first after an upgrade.
  const folder = browser._connection.toImpl(browser).options.downloadsPath;
  const before = new Set(await readdir(folder));
  await save();
  return eventually("a file is saved", async () => {
    const names = await readdir(folder);
    const name = names.find((name) => !before.has(name) && !name.endsWith(".part"));
    if (!name || names.includes(`${name}.part`)) return null;
    const text = await readFile(join(folder, name), "utf8");
    // Of the second of that name Firefox makes "name(1).json".
    return text && { name: name.replace(/\(\d+\)(?=\.\w+$)/, ""), text };
  });
}
