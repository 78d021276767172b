// What stands around the pages: Connect with language and theme, the menu of the account, and filters
// that fold on a phone.

import assert from "node:assert/strict";
import { arrive, heading, navigate, open, stage, table } from "./support/console.mjs";
import { focused, walk } from "./support/keyboard.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();

const WORDS = {
  "en-US": { connect: "Connect", secret: "Secret key", demo: "Try the demo" },
  "ko-KR": { connect: "연결", secret: "시크릿 키", demo: "데모 사용해 보기" },
};

/** The lower edge of what is shown. */
async function bottom(found) {
  const { y, height } = await found.boundingBox();
  return y + height;
}

for (const locale of Object.keys(WORDS)) {
  for (const viewport of [{ width: 1440, height: 800 }, { width: 1024, height: 720 }, { width: 390, height: 664 }]) {
    scenario(`Connect begins with the keys: ${locale}, ${viewport.width} px`, { locale, viewport }, async ({ page }) => {
      const words = WORDS[locale];
      await page.goto("/");
      await heading(page, words.connect);
      const [connect, demo] = [words.connect, words.demo].map((name) => page.getByRole("button", { name, exact: true }));
      assert.ok((await bottom(connect)) <= viewport.height, "Connect is above the fold");
      assert.ok((await bottom(page.getByLabel(words.secret, { exact: true }))) < (await bottom(connect)));
      assert.ok((await bottom(connect)) < (await bottom(demo)), "what works without keys comes after them");
    });
  }
}

scenario("language and theme are chosen before there are keys", async ({ page }) => {
  await open(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("combobox", { name: "Theme", exact: true }).selectOption({ label: "Dark" });
  await eventually("another background", async () => (await background()) !== light);
  const language = page.getByRole("combobox", { name: "Language", exact: true });
  await language.focus();
  await language.selectOption({ label: "한국어" });
  await heading(page, "연결");
  await focused("the choice", page.getByRole("combobox", { name: "언어", exact: true }));
});

scenario("the menu of the account locks and forgets, by keyboard", async ({ page }) => {
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  const account = await walk(page, "Shift+Tab", page.getByRole("button", { name: "Account", exact: true }));
  await page.keyboard.press("Enter");
  const item = (name) => page.getByRole("menuitem", { name, exact: true });
  await focused("the first item", item("Lock now"));
  await page.keyboard.press("ArrowDown");
  await focused("the second", item("Forget keys"));
  await page.keyboard.press("Escape");
  await focused("the button", account);
  await page.keyboard.press("ArrowDown");
  await focused("the first item", item("Lock now"));
  await page.keyboard.press("Enter");
  await heading(page, "Connect");
  await page.getByText(/^Locked\./).waitFor();
});

scenario("on a phone the filters fold, and the list is on the first screen", { viewport: { width: 390, height: 844 } }, async ({ page }) => {
  await arrive(page, "/reviews?view=all", "Export review");
  const reviews = await table(page, "Export review requests");
  const status = page.getByRole("combobox", { name: "Status", exact: true });
  assert.ok(!(await status.isVisible()) && !(await page.getByLabel("to", { exact: true }).isVisible()));
  const first = reviews.getByRole("rowheader").first();
  assert.ok((await bottom(first)) < 844, "the first request is on the first screen");
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await status.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Filters (1)", exact: true }).waitFor();
  await page.getByRole("group", { name: "Dates", exact: true }).getByText("Probably Korean time (UTC+9)", { exact: true }).waitFor();
  await navigate(page, "Imports", "Import requests");
  await page.getByRole("button", { name: "Filters", exact: true }).waitFor();
  assert.equal(await status.isVisible(), false);
});

scenario("on a wide screen filters fold only beside a request", async ({ page }) => {
  await arrive(page, "/reviews?view=all", "Export review");
  await table(page, "Export review requests");
  const status = page.getByRole("combobox", { name: "Status", exact: true });
  const fold = page.getByRole("button", { name: "Filters", exact: true });
  assert.equal(await status.isVisible(), false);
  await fold.click();
  await status.waitFor();
  await page.getByRole("button", { name: "List alone", exact: true }).click();
  const fromDay = page.getByLabel("Requested from", { exact: true });
  const unfolded = async () => {
    await fold.waitFor({ state: "hidden" });
    assert.ok((await status.isVisible()) && (await fromDay.isVisible()));
  };
  await unfolded();
  await navigate(page, "Imports", "Import requests");
  await status.waitFor();
  await unfolded();
});
