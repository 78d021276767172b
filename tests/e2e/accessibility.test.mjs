// Every page in both themes and two widths: WCAG 2.2 AA as far as axe can tell, and nothing
// wider than the screen.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { alert, arrive, heading, open, stage, table } from "./support/console.mjs";

const { journey } = stage();
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** The violations of the page as it is now, each in a line. */
async function scan(page, place) {
  // As an evaluation and not as a script element: the policy of the page stays as it is.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ target, any, all }) => `${target.join(" ")}: ${[...any, ...all].map(({ message }) => message).join("; ")}`),
      count: nodes.length,
    }));
  }, RULES);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, help, nodes, count }) => `${place}: ${id} (${help}), ${count} ×\n      ${nodes.join("\n      ")}`),
    ...(wide > 0 ? [`${place}: ${wide} px wider than the screen`] : []),
  ];
}

/** Goes to an address inside the console, so that the keys are kept. */
async function go(page, path, ready) {
  await page.evaluate((target) => {
    history.pushState(null, "", target);
    dispatchEvent(new PopStateEvent("popstate"));
  }, path);
  await ready();
}

journey("the scan finds what is wrong", async ({ page }) => {
  await open(page);
  await page.getByRole("main").evaluate((main) => {
    const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });
    const pale = paragraph("Pale");
    pale.style.color = "#ddd";
    pale.style.background = "#fff";
    main.append(document.createElement("img"), document.createElement("button"), pale, paragraph("x".repeat(1000)));
  });
  const found = (await scan(page, "here")).join("\n");
  for (const fault of ["image-alt", "button-name", "color-contrast", "px wider than the screen"]) {
    assert.ok(found.includes(fault), `${fault} in: ${found}`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    journey(`${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 900 } }, async ({ page, guard, simulator }) => {
      guard.expectFailedRequest(500);
      const found = [];
      const look = async (place) => found.push(...(await scan(page, place)));

      await open(page, "/connect");
      await look("/connect");
      await page.getByText("Advanced", { exact: true }).click();
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await alert(page);
      await look("/connect, Advanced open, with an alert");

      await arrive(page, "/frames", "Frames");
      const link = (await table(page, "Data Box Frames")).getByRole("rowheader").first().getByRole("link");
      const framePath = await link.getAttribute("href");
      await look("/frames");
      await go(page, framePath, () => table(page, "Data boxes"));
      const box = (await table(page, "Data boxes")).getByRole("rowheader").first().getByRole("link");
      const boxPath = await box.getAttribute("href");
      await table(page, "Infrastructure");
      await look(framePath);
      await go(page, boxPath, () => page.getByRole("definition").first().waitFor());
      await table(page, "Infrastructure");
      await look(boxPath);
      await go(page, "/buckets", () => table(page, "Object Storage buckets"));
      await look("/buckets");

      await go(page, "/reviews?status=REQ_CMPL", () => table(page, "Export review requests"));
      await look("/reviews");
      const review = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
      await review.click();
      await page.getByRole("definition").first().waitFor();
      await look("/reviews/…");
      await page.getByRole("button", { name: "Reject", exact: true }).click();
      await page.getByRole("dialog").waitFor();
      await look("/reviews/…, dialog");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Send request", exact: true }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await look("/reviews/…, decided");

      await go(page, "/activity", () => heading(page, "Activity"));
      await page.getByRole("rowheader").first().getByText(/^get-|^export-/).first().click();
      await look("/activity, a request open");
      await go(page, "/settings", () => heading(page, "Settings"));
      await look("/settings");
      await simulator.fault("get-bucket-list", { kind: "html", status: 500 });
      await go(page, "/buckets", () => heading(page, "Buckets"));
      await page.getByRole("button", { name: "Refresh", exact: true }).click();
      await alert(page);
      await look("/buckets, failed");
      await go(page, "/nothing", () => heading(page, "Page not found"));
      await look("/nothing");
      assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
    });
  }
}
