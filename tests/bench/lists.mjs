// The list of export reviews over several frames, one of which answers late: from the click to the
// last row, beside the answer of that frame alone.

import { arrive, launch, newPage, serve } from "./support.mjs";

const FRAMES = [1, 10, 50];
const REQUESTS_EACH = 100;
const LIST = "get-export-file-approve-list";
const SLOW_FRAME = "dataBoxFrameNo=83";
const LATE_MS = 400;

/** In the page: from the click to all rows, and the time of the late answer without waiting in line. */
async function open([list, slow]) {
  const start = performance.now();
  [...document.querySelectorAll("nav a")].find((link) => link.textContent === "Export review").click();
  const end = await bench.painted(() => document.querySelector('table[aria-busy="false"] tbody th'));
  const late = performance.getEntriesByType("resource").filter(({ name }) => name.includes(list) && name.includes(slow));
  return { all: end - start, slowest: Math.max(...late.map((entry) => entry.responseEnd - entry.requestStart)) };
}

/** Runs it. */
export async function lists({ root, runs, say }) {
  const browser = await launch();
  const rows = [];
  for (const frames of FRAMES) {
    say(`${frames} frames`);
    const site = await serve(root, ["--frames", String(frames), "--requests", String(frames * REQUESTS_EACH), "--latency-ms", "20"]);
    await site.simulator.faultIn(SLOW_FRAME, LIST, { kind: "latency", ms: LATE_MS });
    const samples = [[], []];
    for (let run = 0; run < runs; run += 1) {
      const page = await newPage(browser, site.origin);
      await arrive(page, "/buckets");
      const { all, slowest } = await page.evaluate(open, [LIST, SLOW_FRAME]);
      samples[0].push(all);
      samples[1].push(slowest);
      await page.context().close();
    }
    await site.stop();
    rows.push({ name: frames === 1 ? "1 frame" : `${frames} frames`, samples });
  }
  await browser.close();
  return { title: "Export review over several frames", unit: "ms", columns: ["all rows", "slowest frame alone"], rows };
}
