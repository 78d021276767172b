// A scenario: the console in a browser of its own, in front of a simulator and web server of
// the test file's own.

import { after, before, test } from "node:test";
import { IN_FIREFOX, launchBrowser } from "./browsers.mjs";
import { startCaddy } from "./caddy.mjs";
import { watch } from "./guard.mjs";
import { startNginx } from "./nginx.mjs";
import { required } from "./process.mjs";
import { ACCESS_KEY, SECRET_KEY, startSimulator } from "./simulator.mjs";

/** How long a condition may take: machines differ. */
const PATIENCE_MS = 15_000;

/** The server that scenarios go through: `SERVER=caddy` for the other of the two. */
export const startServer = process.env.SERVER === "caddy" ? startCaddy : startNginx;

/** The servers and the browser of a test file. */
export function stage() {
  const of = {};
  before(async () => {
    of.simulator = await startSimulator();
    of.server = await startServer({ root: required("DIST"), upstream: of.simulator.host });
  });
  after(async () => {
    await of.browser?.close();
    await of.server?.stop();
    await of.simulator?.stop();
  });

  /**
   * A test with a new world, a new browser profile and the guard of guard.mjs. `notInFirefox`: why
   * it can't run there. Its body gets `keep`: what it starts (anything with `stop`) lives until the
   * page is closed, so that no request of the page meets a server that is gone.
   */
  function scenario(name, settings, body) {
    if (!body) [settings, body] = [{}, settings];
    const { secrets = [SECRET_KEY], notInFirefox, ...context } = settings;
    test(name, { timeout: 120_000, skip: IN_FIREFOX && notInFirefox }, async () => {
      await of.simulator.reset();
      of.browser ??= await launchBrowser();
      const browser = await of.browser.newContext({
        baseURL: of.server.origin,
        locale: "en-US",
        timezoneId: "Asia/Seoul",
        viewport: { width: 1440, height: 900 },
        reducedMotion: "reduce",
        ...context,
      });
      browser.setDefaultTimeout(PATIENCE_MS);
      const kept = [];
      const keep = async (starting) => {
        const started = await starting;
        kept.unshift(started);
        return started;
      };
      try {
        const guard = await watch(browser, of.server.origin, secrets);
        const page = await browser.newPage();
        await body({ page, guard, keep, ...of });
        await guard.check(page);
      } finally {
        await browser.close();
        for (const one of kept) await one.stop();
      }
    });
  }
  return { scenario, of };
}

/** Opens a URL of the console without keys. */
export async function open(page, path = "/") {
  await page.goto(path);
  await heading(page, "Connect");
}

/** Enters the keys and connects. */
export async function connect(page, { access = ACCESS_KEY, secret = SECRET_KEY } = {}) {
  await page.getByLabel("Access key", { exact: true }).fill(access);
  await page.getByLabel("Secret key", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
}

/** Opens a URL and connects. */
export async function arrive(page, path, title) {
  await open(page, path);
  await connect(page);
  await heading(page, title);
}

/** Goes to a URL inside the console, so that the keys are kept. */
export async function go(page, path) {
  await page.evaluate((target) => {
    history.pushState(null, "", target);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
}

/** Waits for the page of this title. */
export async function heading(page, name) {
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
}

/** A table with its data: it is not being read any more. */
export async function table(page, name) {
  const found = page.getByRole("table", { name, exact: true });
  await found.and(page.locator('[aria-busy="false"]')).waitFor();
  return found;
}

/** The rows of a table's body, by what they name. */
export async function rowNames(found) {
  return found.getByRole("rowheader").allInnerTexts();
}

/** Follows a link of the navigation. */
export async function navigate(page, name, title = name) {
  await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
  await heading(page, title);
}

/** The first alert that is shown. */
export async function alert(page) {
  const shown = page.getByRole("alert").first();
  await shown.waitFor();
  return shown;
}
