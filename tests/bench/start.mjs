// From the request for the page to its heading, and to the first data that a signed request brought,
// interleaved with Swagger UI on the same operations: to the list of them. Nothing is cached.

import { launch, newPage, serve } from "./support.mjs";

const MEGABIT = 125_000;
const NETWORKS = [
  { name: "loopback" },
  { name: "100 Mbit/s, 2 ms", speed: 100 * MEGABIT, latency: 2 },
  { name: "10 Mbit/s, 40 ms", speed: 10 * MEGABIT, latency: 40 },
  { name: "1.6 Mbit/s, 150 ms, CPU ÷ 4", speed: 1.6 * MEGABIT, latency: 150, slow: 4 },
];

/** In the console's page. */
function watchConsole() {
  globalThis.times = (async () => {
    const heading = await bench.painted(() => document.querySelector("h1")?.textContent === "Connect");
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Use the simulator").click();
    const data = await bench.painted(() => document.querySelector('table[aria-busy="false"] tbody th'));
    return { heading, data };
  })();
}

/** In Swagger UI's page. */
function watchSwagger() {
  globalThis.times = (async () => ({ operations: await bench.painted(() => document.querySelectorAll(".opblock").length >= 32) }))();
}

async function load(browser, origin, { speed, latency, slow }, path, watch) {
  const page = await newPage(browser, origin);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  if (speed) {
    const throughput = { downloadThroughput: speed, uploadThroughput: speed };
    await session.send("Network.emulateNetworkConditions", { offline: false, latency, ...throughput });
  }
  if (slow) await session.send("Emulation.setCPUThrottlingRate", { rate: slow });
  await page.addInitScript(watch);
  await page.goto(path, { waitUntil: "commit" });
  const times = await page.evaluate(() => globalThis.times);
  await page.context().close();
  return times;
}

/** Runs it. */
export async function start({ root, runs, say }) {
  const site = await serve(root);
  const browser = await launch();
  const rows = [];
  for (const network of NETWORKS) {
    say(network.name);
    const [heading, data, operations] = [[], [], []];
    const ours = async () => {
      const times = await load(browser, site.origin, network, "/frames", watchConsole);
      heading.push(times.heading);
      data.push(times.data);
    };
    const swagger = async () => operations.push((await load(browser, site.origin, network, "/swagger/index.html", watchSwagger)).operations);
    // The first of all would pay for the browser's own start.
    if (!rows.length) await load(browser, site.origin, network, "/frames", watchConsole);
    for (let run = 0; run < runs; run += 1) {
      for (const one of run % 2 ? [swagger, ours] : [ours, swagger]) await one();
    }
    rows.push({ name: `${network.name}: heading`, samples: [heading, operations] });
    rows.push({ name: `${network.name}: first signed data`, samples: [data, operations] });
  }
  await browser.close();
  await site.stop();
  return { title: "Start, nothing cached", unit: "ms", columns: ["console", "Swagger UI, operations"], rows };
}
