// The browsers of the tests, both driven by Playwright.

import { chromium, firefox } from "playwright-core";

/** Whether tests run in Firefox: `BROWSER=firefox` for the other of the two. */
export const IN_FIREFOX = process.env.BROWSER === "firefox";

/** The browser that tests run in. Contexts take certificates of tests with `ignoreHTTPSErrors`. */
export const launchBrowser = () => (IN_FIREFOX ? launchFirefox() : launchChromium());

/** Chromium, over its own protocol. */
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

/** Firefox as Debian has it, over WebDriver BiDi: Playwright's own is another, patched one. */
export async function launchFirefox() {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    firefoxUserPrefs: {
      "layout.css.prefers-color-scheme.content-override": LIGHT,
      "ui.prefersReducedMotion": 1,
      // A page that is gone back to is loaded: Playwright would wait for that in vain.
      "browser.sessionhistory.max_total_viewers": 0,
    },
  });
  withoutMediaFeatures(browser);
  return browser;
}

const LIGHT = 1;

/**
 * Playwright tells each new context its colour scheme, by a command that Firefox does not know
 * (153 ESR). The preferences say the same for the light one; any other fails.
 */
function withoutMediaFeatures(browser) {
  // No part of Playwright's interface: look here first after an upgrade.
  const session = browser._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, parameters) => {
    if (method !== "emulation.setMediaFeaturesOverride") return send(method, parameters);
    const { "prefers-color-scheme": scheme = "light" } = parameters.features;
    return scheme === "light" ? {} : send(method, parameters);
  };
}
