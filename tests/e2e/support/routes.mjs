// Visits of all routes, and what the page holds of the browser's memory after them.

import { readFileSync } from "node:fs";
import { go, table } from "./console.mjs";

/** A path for each route. */
export const ROUTES = readFileSync(new URL("../../routes.txt", import.meta.url), "utf8").trim().split("\n");

/** Whether a path names a request or an instance, of which each simulator has others. */
const isRecord = (path) => /\/(9|1543)$/.test(path);

/** ROUTES of the world that every simulator starts with, and an unknown one. */
export async function allRoutes(page) {
  const link = async (path, name, pattern) => {
    await go(page, path);
    const found = await table(page, name);
    const paths = await found.getByRole("link").evaluateAll((links) => links.map((link) => link.pathname));
    return paths.find((path) => pattern.test(path));
  };
  const box = "/frames/83/boxes/381";
  const found = [];
  for (const kind of ["hadoop", "linux", "tensorflow"]) {
    found.push(await link(`${box}/infrastructure`, "Infrastructure", new RegExp(`/${kind}/`)));
  }
  found.push(await link("/imports", "Import requests", /\d$/));
  found.push(await link("/exports", "Export requests", /\d$/));
  found.push(await link("/reviews", "Export review requests", /\d$/));
  const others = ROUTES.filter((path) => path !== "/frames" && !isRecord(path));
  return [...others, ...found, "/nothing/here", "/frames"];
}

/** For `addInitScript`: counts timers, and keeps the program's memory in sight. */
export function countInPage() {
  const timers = new Set();
  const held = { timers: () => timers.size, wasm: () => 0 };
  globalThis.held = held;
  for (const [set, clear, once] of [
    ["setTimeout", "clearTimeout", true],
    ["setInterval", "clearInterval", false],
  ]) {
    const [own, ownClear] = [globalThis[set], globalThis[clear]];
    globalThis[set] = (callback, ...rest) => {
      const id = own((...values) => {
        if (once) timers.delete(id);
        return callback(...values);
      }, ...rest);
      timers.add(id);
      return id;
    };
    globalThis[clear] = (id) => {
      timers.delete(id);
      ownClear(id);
    };
  }
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate.apply(WebAssembly, values);
    const { memory } = (made.instance ?? made).exports;
    if (memory) held.wasm = () => memory.buffer.byteLength;
    return made;
  };
}

/** Goes to one path after the other; each is there before the next. */
export function visit(page, paths) {
  return page.evaluate(async (paths) => {
    const frame = () => new Promise(requestAnimationFrame);
    for (const path of paths) {
      history.pushState(null, "", path);
      dispatchEvent(new PopStateEvent("popstate"));
      const end = performance.now() + 10_000;
      do {
        // The page before is gone in the next frame.
        await frame();
        await frame();
        if (performance.now() > end) throw new Error(`${path} does not come to rest`);
      } while (!document.querySelector("h1") || document.querySelector('[aria-busy="true"]'));
    }
  }, paths);
}

/** What the page holds after the garbage was collected. `session`: of the Chrome DevTools protocol. */
export async function held(page, session) {
  // What one round makes free lets go of more in the next.
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { timers, wasm } = await page.evaluate(() => ({ timers: globalThis.held.timers(), wasm: globalThis.held.wasm() }));
  return { nodes, listeners: jsEventListeners, timers, heap: usedSize, wasm };
}
