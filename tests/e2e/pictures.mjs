// The pictures of README.md, with the simulator's data: `cargo xtask pictures`.

import { join } from "node:path";
import { launchBrowser } from "./support/browsers.mjs";
import { arrive, heading, table } from "./support/console.mjs";
import { startNginx } from "./support/nginx.mjs";
import { required } from "./support/process.mjs";
import { startSimulator } from "./support/simulator.mjs";

const simulator = await startSimulator();
const server = await startNginx({ root: required("DIST"), upstream: simulator.host });
const browser = await launchBrowser();

/** A page of the console. */
async function open(path, title, colorScheme) {
  const context = await browser.newContext({
    baseURL: server.origin,
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    colorScheme,
  });
  const page = await context.newPage();
  await arrive(page, path, title);
  return page;
}

/** Everything on it was read, and it is seen from its beginning. */
async function still(page) {
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true], .skeleton"));
  await page.evaluate(() => scrollTo(0, 0));
}

const picture = (page, name) => page.screenshot({ path: join(required("OUT"), `${name}.png`) });

const overview = await open("/overview", "Overview", "light");
await overview.getByRole("figure").first().waitFor();
await still(overview);
await picture(overview, "overview");

const desk = await open("/reviews?status=REQ_CMPL", "Export review", "light");
const first = (await table(desk, "Export review requests")).getByRole("rowheader").first().getByRole("link");
const file = await first.innerText();
await first.click();
await heading(desk, file);
await still(desk);
await picture(desk, "console");

await browser.close();
await server.stop();
await simulator.stop();
