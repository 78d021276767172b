// The list of export reviews beside the same list in plain JavaScript: from a key to the frame that
// shows its effect, 100 rows shown.

import { arrive, launch, newPage, serve, settled } from "./support.mjs";

const SIZES = [100, 1_000, 10_000, 50_000];
/** A table that did not change for so long is at rest. */
const QUIET_MS = 250;

/** Presses a key; how long its effect took. */
async function press(page, key) {
  await page.evaluate((quiet) => bench.watchKey(quiet), QUIET_MS);
  await page.keyboard.press(key);
  return page.evaluate(() => bench.result());
}

const OPERATIONS = {
  async filter(page) {
    await page.getByRole("searchbox").focus();
    const samples = [await press(page, "x"), await press(page, "l")];
    await press(page, "Backspace");
    await press(page, "Backspace");
    return samples;
  },
  async sort(page) {
    await page.getByRole("columnheader", { name: "Request number", exact: true }).getByRole("button").focus();
    const samples = [await press(page, "Enter"), await press(page, "Enter")];
    await press(page, "Enter");
    return samples;
  },
  async "page turn"(page) {
    await page.getByRole("button", { name: "Next", exact: true }).focus();
    const samples = [await press(page, "Enter"), await press(page, "Enter")];
    await page.getByRole("button", { name: "Previous", exact: true }).focus();
    await press(page, "Enter");
    await press(page, "Enter");
    return samples;
  },
};

/** The two pages with a list of so many requests, and how they do each operation. */
async function measure(root, size, runs, say) {
  const site = await serve(root, ["--requests", String(size)]);
  const browser = await launch({ unlimited: true });
  const ours = await newPage(browser, site.origin);
  // The table alone, as on the other page.
  await ours.addInitScript(() => localStorage.setItem("dbf.side-by-side", "off"));
  await arrive(ours, "/reviews");
  const plain = await newPage(browser, site.origin);
  await plain.goto("/plain/index.html");
  await settled(plain);
  const rows = [];
  for (const [name, operate] of Object.entries(OPERATIONS)) {
    // With 100 rows there is no second page.
    if (name === "page turn" && size <= 100) continue;
    say(`${size} rows, ${name}`);
    const samples = [[], []];
    // The first run is not counted: the program is compiled in two steps.
    for (let run = -1; run < runs; run += 1) {
      for (const [index, page] of [ours, plain].entries()) {
        await page.bringToFront();
        const found = await operate(page);
        if (run >= 0) samples[index].push(...found);
      }
    }
    rows.push({ name: `${size.toLocaleString("en")} rows: ${name}`, samples });
  }
  await browser.close();
  await site.stop();
  return rows;
}

/** Runs it. */
export async function table({ root, runs, say, sizes = SIZES }) {
  const rows = [];
  for (const size of sizes) rows.push(...(await measure(root, size, runs, say)));
  return { title: "Table, key to painted frame", unit: "ms", columns: ["console", "plain JavaScript"], rows };
}
