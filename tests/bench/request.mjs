// The page's own work between a click and the request that it sends, and one signature.

import { setTimeout as pause } from "node:timers/promises";
import { arrive, launch, newPage, serve, settled } from "./support.mjs";

/** Data younger than two seconds is not read again by opening a page. */
const STALE_MS = 2_200;

async function click(page, role, name) {
  await page.evaluate(() => bench.watchClick());
  await page.getByRole(role, { name, exact: true }).click();
  return page.evaluate(() => bench.result());
}

/** In the page: how long one of a thousand signatures takes, in microseconds. */
async function signatures() {
  const { instance } = await WebAssembly.instantiate(await (await fetch("/sign.wasm")).arrayBuffer(), {});
  const run = () => {
    const start = performance.now();
    instance.exports.main(0, 0);
    return performance.now() - start;
  };
  // The first is compiled while it runs.
  run();
  return { program: run(), browser: (await globalThis.timeOfSignature(300)) * 1_000 };
}

/** Runs it. */
export async function request({ root, runs }) {
  const site = await serve(root);
  const browser = await launch();
  const page = await newPage(browser, site.origin);
  await arrive(page, "/buckets");
  const [refresh, open, program, webCrypto] = [[], [], [], []];
  for (let run = 0; run < runs; run += 1) {
    for (let n = 0; n < 3; n += 1) {
      refresh.push(await click(page, "button", "Refresh"));
      await settled(page);
    }
    await page.getByRole("navigation").getByRole("link", { name: "Settings", exact: true }).click();
    await pause(STALE_MS);
    open.push(await click(page, "link", "Buckets"));
    await settled(page);
  }
  const plain = await newPage(browser, site.origin);
  await plain.goto("/plain/index.html");
  await settled(plain);
  for (let run = 0; run < runs; run += 1) {
    const times = await plain.evaluate(signatures);
    program.push(times.program);
    webCrypto.push(times.browser);
  }
  await browser.close();
  await site.stop();
  const rows = [
    { name: "click on Refresh to request", unit: "ms", samples: [refresh] },
    { name: "click on a link to request", unit: "ms", samples: [open] },
    { name: "one signature", unit: "µs", samples: [program, webCrypto] },
  ];
  return { title: "Requests", unit: "", columns: ["console", "WebCrypto in plain JavaScript"], rows };
}
