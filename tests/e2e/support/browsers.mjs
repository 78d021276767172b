// The browsers of the tests.

import { chromium } from "playwright-core";

/** Chromium; contexts are to be made with `ignoreHTTPSErrors` for certificates of tests. */
export function launchChromium() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // The sandbox needs another user than root.
    chromiumSandbox: process.getuid() !== 0,
    args: [
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** Firefox as Debian has it; Playwright wants one of its own. Takes any certificate. */
export async function launchFirefox() {
  const { default: puppeteer } = await import("puppeteer-core");
  const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  return puppeteer.launch({ browser: "firefox", executablePath, headless: true, acceptInsecureCerts: true });
}
