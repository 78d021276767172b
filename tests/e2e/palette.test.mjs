// The command palette, in both languages, by keyboard and on a phone.

import assert from "node:assert/strict";
import { arrive, connect, go, heading, open, openTab, stage, table } from "./support/console.mjs";
import { focused } from "./support/keyboard.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();

const palette = (page, name = "Command palette") => page.getByRole("dialog", { name, exact: true });
const field = (page) => page.getByRole("combobox", { name: /^(Search or run a command|검색어 또는 명령 입력)$/ });
const option = (page, name) => page.getByRole("listbox").getByRole("option", { name });
const path = (page) => new URL(page.url()).pathname;

/** Opens the palette with the keyboard and types. */
async function find(page, text) {
  await page.keyboard.press("Control+k");
  await focused("the field", field(page));
  await page.keyboard.type(text);
}

/** The active option is this one. */
async function active(page, name) {
  await option(page, name).and(page.locator('[aria-selected="true"]')).waitFor();
}

scenario("pages, frames, boxes and requests are found and reached by keyboard alone", async ({ page }) => {
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  const reviews = await table(page, "Export review requests");
  const file = await reviews.getByRole("rowheader").first().innerText();
  await find(page, "clinco");
  await active(page, /^clinical-cohort-frame/);
  await page.keyboard.press("Enter");
  await heading(page, "clinical-cohort-frame");
  await focused("the heading", page.getByRole("heading", { level: 1 }));
  await openTab(page, "Data boxes");
  await table(page, "Data boxes");

  await find(page, file);
  await active(page, new RegExp(`^${RegExp.escape?.(file) ?? file.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`));
  await page.keyboard.press("Enter");
  await heading(page, file);

  await find(page, "83/381");
  await active(page, /^BOX#1/);
  await page.keyboard.press("Enter");
  await heading(page, "BOX#1");
  assert.equal(path(page), "/frames/83/boxes/381");

  await page.keyboard.press("Control+k");
  await active(page, /^\S+/);
  await page.getByRole("group", { name: "Recent", exact: true }).getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await palette(page).waitFor({ state: "detached" });
  await focused("where it was", page.getByRole("heading", { level: 1 }));
});

scenario("initial consonants find Korean names", { locale: "ko-KR" }, async ({ page, guard }) => {
  // A box that is being created has no lists yet.
  guard.expectFailedRequest(403);
  await page.goto("/frames");
  await page.getByLabel("액세스 키", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).fill(SECRET_KEY);
  await page.getByRole("button", { name: "연결", exact: true }).click();
  await heading(page, "프레임");
  for (const [typed, name, title] of [["ㅂㅊ ㅅㅅ", "반출 심사", "반출 심사"], ["반ㅊ", "반출", "반출 신청 내역"], ["ㅅㅈ", "설정", "설정"]]) {
    await find(page, typed);
    await active(page, new RegExp(`^${name}`));
    await page.keyboard.press("Enter");
    await palette(page, "명령 팔레트").waitFor({ state: "detached" });
    await heading(page, title);
  }
  await find(page, "language");
  await option(page, "언어: English").waitFor();
  await page.keyboard.press("Enter");
  await heading(page, "Settings");
});

scenario("it never opens over a confirmation, nor on Connect", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Control+k");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await connect(page);
  await heading(page, "Overview");
  await go(page, "/frames/83");
  await heading(page, "clinical-cohort-frame");
  await openTab(page, "Data boxes");
  await table(page, "Data boxes");
  await find(page, "return frame");
  await active(page, "Return frame");
  await page.keyboard.press("Enter");
  const confirmation = page.getByRole("dialog", { name: "Return this frame?", exact: true });
  await confirmation.waitFor();
  await page.keyboard.press("Control+k");
  await confirmation.getByRole("button", { name: "Cancel", exact: true }).click();
  await confirmation.waitFor({ state: "detached" });
  assert.equal(await page.getByRole("dialog").count(), 0);
});

scenario("on a phone it opens by its button", { viewport: { width: 390, height: 800 } }, async ({ page }) => {
  await arrive(page, "/frames", "Frames");
  await page.getByRole("button", { name: "Command palette" }).click();
  await focused("the field", field(page));
  await field(page).fill("bucket");
  await option(page, "Buckets").click();
  await heading(page, "Buckets");
  await page.getByRole("button", { name: "Command palette" }).click();
  await palette(page).getByRole("button", { name: "Close", exact: true }).click();
  await palette(page).waitFor({ state: "detached" });
});
