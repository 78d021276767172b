// What all parts of the benchmark use: the site, the browser, medians.

import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { startNginx } from "../e2e/support/nginx.mjs";
import { required } from "../e2e/support/process.mjs";
import { ACCESS_KEY, SECRET_KEY, startSimulator } from "../e2e/support/simulator.mjs";
import { inPage } from "./in-page.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** As the configuration of deploy/nginx/ knows files with compressed copies. */
const HASHED = /-[0-9a-f]{12,16}(_bg)?\.(js|css|wasm)$/;

/** The release, the plain page and Swagger UI as one folder, each file compressed in the same way. */
export async function makeSite() {
  const root = join(required("OUT"), "site");
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  await cp(required("DIST"), root, { recursive: true });
  const connection = { name: "Simulator", gateway: "http://127.0.0.1", relay: "/relay", demoKeys: { accessKey: ACCESS_KEY, secretKey: SECRET_KEY } };
  await writeFile(join(root, "config.json"), JSON.stringify({ connections: [connection], idleLockMinutes: 0 }));
  await cp(required("SIGN"), join(root, "sign.wasm"));
  await cp(here("plain"), join(root, "plain"), { recursive: true });
  await cp(here("swagger"), join(root, "swagger"), { recursive: true });
  for (const [file, end] of [["swagger-ui-bundle", "js"], ["swagger-ui", "css"]]) {
    await cp(here(`node_modules/swagger-ui-dist/${file}.${end}`), join(root, `${file}-000000000000.${end}`));
  }
  // Rows of the same looks: the browser's part of the work is the same.
  const styles = (await readFile(join(root, "index.html"), "utf8")).match(/[^"=]+-[0-9a-f]+\.css/g) ?? [];
  const plain = join(root, "plain/index.html");
  const links = [...new Set(styles)].map((name) => `<link rel="stylesheet" href="${name.replace(/^\.?\//, "")}" />`);
  await writeFile(plain, (await readFile(plain, "utf8")).replace("STYLES", links.join("\n    ")));
  for (const name of (await readdir(root)).filter((name) => HASHED.test(name))) {
    const bytes = await readFile(join(root, name));
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(root, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
    await writeFile(join(root, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return root;
}

/** The site in front of a simulator with these options, in which nothing changes by itself any more. */
export async function serve(root, options = []) {
  const simulator = await startSimulator(["--speed", "1000000", ...options]);
  const server = await startNginx({ root, upstream: simulator.host, brotli: true });
  return {
    origin: server.origin,
    simulator,
    async stop() {
      await server.stop();
      await simulator.stop();
    },
  };
}

/** Chromium. `unlimited`: frames as fast as they come, so that times are not rounded to 16 ms. */
export function launch({ unlimited = false } = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: process.getuid() !== 0,
    args: [
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      ...(unlimited ? ["--disable-frame-rate-limit", "--disable-gpu-vsync"] : []),
    ],
  });
}

/** A page with an empty cache and `globalThis.bench` of in-page.mjs; close its context. */
export async function newPage(browser, origin) {
  const settings = { baseURL: origin, locale: "en-US", timezoneId: "Asia/Seoul", viewport: { width: 1440, height: 900 } };
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(60_000);
  await context.addInitScript(inPage);
  const page = await context.newPage();
  // What goes wrong in the page would only be waited for.
  page.on("pageerror", (error) => console.error(`the page failed: ${error.message}`));
  return page;
}

/** Opens a page of the console and connects. */
export async function arrive(page, path) {
  await page.goto(path);
  await page.getByRole("button", { name: "Use the simulator", exact: true }).click();
  await settled(page);
}

/** Waits until the tables of the page are read. */
export async function settled(page) {
  await page.locator('table[aria-busy="false"] tbody th').first().waitFor({ timeout: 120_000 });
}

/** The middle one. */
export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
