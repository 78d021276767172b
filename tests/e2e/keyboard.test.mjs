// The whole job without a mouse.

import assert from "node:assert/strict";
import { open, heading, arrive, stage, table } from "./support/console.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";
import { focused, use, walk } from "./support/keyboard.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();

const title = (page) => page.getByRole("heading", { level: 1 });

scenario("connect, find a request and approve it by keyboard", async ({ page, simulator }) => {
  await open(page, "/connect");
  await focused("the first field", page.getByRole("textbox", { name: "Access key", exact: true }));
  await page.keyboard.type(ACCESS_KEY);
  await page.keyboard.press("Tab");
  await focused("the second field", page.getByLabel("Secret key", { exact: true }));
  await page.keyboard.type(SECRET_KEY);
  await page.keyboard.press("Enter");
  await heading(page, "Overview");
  await focused("the heading of the next page", title(page));

  await use(page, "link", "Export review", page.getByRole("navigation"), "Shift+Tab");
  await heading(page, "Export review");
  await focused("the heading", title(page));

  const reviews = await table(page, "Export review requests");
  const file = await reviews.getByRole("rowheader").first().innerText();
  await use(page, "link", file, reviews);
  await heading(page, file);
  await focused("the heading", title(page));

  await use(page, "button", "Approve");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await use(page, "button", "Approve", dialog);
  await dialog.waitFor({ state: "detached" });
  assert.equal((await simulator.log("export-file-approve")).length, 1);
});

scenario("a dialog gives the focus back", async ({ page }) => {
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  await (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link").click();
  const approve = page.getByRole("button", { name: "Approve", exact: true });
  await approve.click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await focused("the button that opened it", approve);

  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Approve", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  // The button is gone with its request.
  await page.getByRole("status").getByText(/^Next request: /).waitFor();
  await focused("the heading of the next request", title(page));
});

scenario("the skip link leads past the navigation", async ({ page }) => {
  await arrive(page, "/frames", "Frames");
  await focused("the heading", title(page));
  const skip = await walk(page, "Shift+Tab", page.getByRole("link", { name: "Skip to content", exact: true }));
  await eventually("it is seen while it has the focus", async () => {
    const box = await skip.boundingBox();
    return box && box.x >= 0 && box.y >= 0 && box.width > 1 && box.height > 1;
  });
  await page.keyboard.press("Enter");
  await focused("the content", page.getByRole("main"));
  assert.equal(new URL(page.url()).pathname, "/frames");
  await page.keyboard.press("Tab");
  assert.ok(await page.getByRole("main").evaluate((main) => main.contains(document.activeElement)));
});

scenario("a dialog keeps the focus", async ({ page }) => {
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  await (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link").click();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (let press = 0; press < 12; press += 1) {
    const place = await page.evaluate(() => {
      const active = document.activeElement;
      return active === document.body || active.closest("dialog") !== null;
    });
    assert.ok(place, `after ${press} steps the focus is behind the dialog`);
    await page.keyboard.press("Tab");
  }
});
