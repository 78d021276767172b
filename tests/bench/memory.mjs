// What the page holds after every page was opened twice, and after it was opened a hundred times more.

import { allRoutes, countInPage, held, visit } from "../e2e/support/routes.mjs";
import { arrive, launch, newPage, serve } from "./support.mjs";

const ROUNDS = 100;
const KILOBYTE = 1_000;

/** Runs it. */
export async function memory({ root, say }) {
  const site = await serve(root);
  const browser = await launch({ unlimited: true });
  const page = await newPage(browser, site.origin);
  await page.addInitScript(countInPage);
  await arrive(page, "/frames");
  const session = await page.context().newCDPSession(page);
  const paths = await allRoutes(page);
  const look = async () => {
    const { nodes, listeners, timers, heap, wasm } = await held(page, session);
    return { nodes, listeners, timers, heap: heap / KILOBYTE, wasm: wasm / KILOBYTE, requests: (await site.simulator.log()).length };
  };
  await visit(page, [...paths, ...paths]);
  await site.simulator.clearLog();
  const before = await look();
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 10 === 0) say(`round ${round} of ${ROUNDS}`);
    await visit(page, paths);
  }
  const after = await look();
  await browser.close();
  await site.stop();
  const row = (name, unit, key) => ({ name, unit, samples: [[after[key]], [before[key]]] });
  const rows = [
    row("JavaScript heap", "KB", "heap"),
    row("program's memory", "KB", "wasm"),
    row("nodes", "", "nodes"),
    row("listeners", "", "listeners"),
    row("timers", "", "timers"),
    { name: `requests between, ${paths.length} pages`, unit: "", samples: [[after.requests]] },
  ];
  return { title: "Memory", unit: "", columns: [`after ${ROUNDS + 2} rounds`, "after 2 rounds"], rows };
}
