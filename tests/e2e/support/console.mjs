// A scenario: the console in a browser profile, web server and simulator of its own.

import { after, test } from "node:test";
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

/** The browser of a test file, and its scenarios. */
export function stage() {
  let browser;
  after(() => browser?.close());

  /**
   * A test with a new world, new servers, a new browser profile and the guard of guard.mjs.
   * `notInFirefox`: why it can't run there. Its body gets `keep`: what it starts (anything with
   * `stop`) lives until the page is closed, so that no request of the page meets a server that is
   * gone. The servers are a scenario's own, so that none meets a request of the scenario before.
   */
  function scenario(name, settings, body) {
    if (!body) [settings, body] = [{}, settings];
    const { secrets = [SECRET_KEY], notInFirefox, ...options } = settings;
    test(name, { timeout: 120_000, skip: IN_FIREFOX && notInFirefox }, async () => {
      const kept = [];
      const keep = async (starting) => {
        const started = await starting;
        kept.unshift(started);
        return started;
      };
      let context;
      try {
        browser ??= await launchBrowser();
        const simulator = await keep(startSimulator());
        const server = await keep(startServer({ root: required("DIST"), upstream: simulator.host }));
        context = await openContext(browser, server.origin, options);
        const guard = await watch(context, server.origin, secrets);
        const page = await context.newPage();
        await body({ page, guard, keep, simulator, server, browser });
        await guard.check(page);
      } finally {
        await context?.close();
        for (const one of kept) await one.stop();
      }
    });
  }
  return { scenario };
}

async function openContext(browser, baseURL, options) {
  const context = await browser.newContext({
    baseURL,
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
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

/** Follows a link of the navigation, in either language. */
export async function navigate(page, name, title = name) {
  await page.getByRole("navigation", { name: /^(Main|주 메뉴)$/ }).getByRole("link", { name, exact: true }).click();
  await heading(page, title);
}

/** Opens a tab of the page of a frame or a box. */
export async function openTab(page, name) {
  const link = page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name, exact: true });
  await link.click();
  await link.and(page.locator('[aria-current="page"]')).waitFor();
}

/** A filter of the page's table. Filters fold beside a request, and on narrow screens. */
export async function filterOf(page, name) {
  // Its choices come with the rows.
  await page.getByRole("table").and(page.locator('[aria-busy="false"]')).first().waitFor();
  const filter = page.getByRole("combobox", { name, exact: true });
  const fold = page.getByRole("button", { name: /^(Filters|필터)/, expanded: false });
  await filter.or(fold).first().waitFor();
  if (await fold.isVisible()) await fold.click();
  return filter;
}

/** The first alert that is shown. */
export async function alert(page) {
  const shown = page.getByRole("alert").first();
  await shown.waitFor();
  return shown;
}
