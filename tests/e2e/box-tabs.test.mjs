// Frames and boxes in tabs, the way back, and requests that know their box.

import assert from "node:assert/strict";
import { arrive, heading, openTab, stage, table } from "./support/console.mjs";
import { button, dialog } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const BOX = "/frames/83/boxes/381";

const path = (page) => new URL(page.url()).pathname;
const url = (page) => path(page) + new URL(page.url()).search;
const tabs = (page, name) => page.getByRole("navigation", { name, exact: true });
const trail = (page, name = "Breadcrumb") => page.getByRole("list", { name, exact: true });

scenario("each tab of a box has a URL, a title and only its own reads", async ({ page, simulator }) => {
  await arrive(page, BOX, "BOX#1");
  await page.getByRole("meter", { name: /^[\d,]+ of [\d,]+ GB$/ }).waitFor();
  const reads = new Set((await simulator.log()).map(({ operation }) => operation));
  for (const operation of ["get-data-box-infra-list", "get-import-apply-list", "get-export-apply-list", "get-ssl-vpn-account-list"]) {
    assert.ok(!reads.has(operation), `${operation} is not of the summary`);
  }
  for (const [tab, name, part] of [
    ["Infrastructure", "Infrastructure", "infrastructure"],
    ["Imports", "Import requests", "imports"],
    ["Exports", "Export requests", "exports"],
    ["VPN accounts", "VPN accounts", "accounts"],
  ]) {
    await openTab(page, tab);
    assert.ok((await (await table(page, name)).getByRole("rowheader").count()) > 0, tab);
    assert.equal(path(page), `${BOX}/${part}`);
    assert.equal((await page.title()).replace(/^\(\d+\+?\) /, ""), `${tab} · BOX#1 · Data Box Frame`);
  }
  await page.goBack();
  await tabs(page, "Sections").getByRole("link", { name: "Exports", exact: true }).and(page.locator('[aria-current="page"]')).waitFor();
  assert.deepEqual(await trail(page).getByRole("link").allInnerTexts(), ["Frames", "clinical-cohort-frame", "Data boxes"]);
});

scenario("a frame in tabs, with its picture and its neighbours", async ({ page }) => {
  await arrive(page, "/frames/83", "clinical-cohort-frame");
  await page.getByRole("figure", { name: "Topology of clinical-cohort-frame", exact: true }).waitFor();
  await openTab(page, "Infrastructure");
  await page.getByText(/^NAS volumes: [\d,]+ GB in \d+ rows?$/).waitFor();
  await openTab(page, "Data boxes");
  const boxes = await table(page, "Data boxes");
  await boxes.getByRole("link", { name: "BOX#2", exact: true }).click();
  await heading(page, "BOX#2");
  await page.getByRole("link", { name: "Previous data box: BOX#1" }).click();
  await heading(page, "BOX#1");
  assert.equal(path(page), BOX);
});

scenario("the way back keeps filter, order and place, by trail and by Back", async ({ page }) => {
  await arrive(page, "/imports?status=SCSS&sort=file", "Import requests");
  for (const back of [() => page.goBack(), () => trail(page).getByRole("link", { name: "Import requests", exact: true }).click()]) {
    const list = await table(page, "Import requests");
    const link = list.getByRole("rowheader").nth(40).getByRole("link");
    const href = await link.getAttribute("href");
    await link.scrollIntoViewIfNeeded();
    const scroll = () => page.getByRole("group", { name: "Import requests", exact: true }).evaluate((part) => part.scrollTop);
    const at = await scroll();
    assert.ok(at > 0, "the list is scrolled");
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("definition").first().waitFor();
    await back();
    await heading(page, "Import requests");
    assert.equal(url(page), "/imports?status=SCSS&sort=file");
    await eventually("the list is where it was", async () => Math.abs((await scroll()) - at) < 3);
    await eventually("the link has the focus", () => page.evaluate((href) => document.activeElement.getAttribute("href") === href, href));
  }
});

scenario("requests from a box know the box, and lead back to it", async ({ page }) => {
  await arrive(page, BOX, "BOX#1");
  await button(page, "Request export").click();
  await heading(page, "Request export");
  assert.equal(url(page), "/exports/new?frame=83&box=381");
  await eventually("frame and box are chosen", async () => {
    const chosen = (label) => page.getByLabel(label, { exact: true }).inputValue();
    return (await chosen("Frame")) === "83" && (await chosen("Data box")) === "381";
  });
  await button(page, "Discard").click();
  await heading(page, "BOX#1");
  assert.equal(path(page), `${BOX}/exports`);
  await (await table(page, "Export requests")).getByRole("rowheader").first().getByRole("link").click();
  await page.getByRole("definition").first().waitFor();
  assert.deepEqual(await trail(page).getByRole("link").allInnerTexts(), ["Frames", "clinical-cohort-frame", "Data boxes", "BOX#1", "Export requests"]);
  // From a row of the list of boxes.
  await trail(page).getByRole("link", { name: "Data boxes", exact: true }).click();
  const row = (await table(page, "Data boxes")).getByRole("row").filter({ hasText: "BOX#2" });
  await button(row, "Request import").click();
  await heading(page, "Request import");
  assert.equal(url(page), "/imports/new?frame=83&box=382");
});

scenario("a row's actions are in sight, and say why not", async ({ page }) => {
  await arrive(page, `${BOX}/infrastructure`, "BOX#1");
  const resize = button(await table(page, "Infrastructure"), "Resize").first();
  await resize.scrollIntoViewIfNeeded();
  const box = await resize.boundingBox();
  assert.ok(box.x + box.width <= 1440, `it ends at ${box.x + box.width}`);
  await resize.click();
  await dialog(page).getByRole("textbox", { name: "New size (GB)", exact: true }).fill("500");
  await dialog(page).getByText(/The volume shrinks from [\d,]+ GB to 500 GB/).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Data boxes", exact: true }).click();
  const returned = (await table(page, "Data boxes")).getByRole("row").filter({ hasText: "BOX#5" });
  assert.equal(await button(returned, "Request import").getAttribute("aria-disabled"), "true");
  assert.equal(await button(returned, "Request import").getAttribute("title"), "This data box was returned.");
});

scenario("the summary of a long form stays in view", async ({ page }) => {
  await arrive(page, "/frames/83/boxes/new", "Create data box");
  const summary = page.getByRole("complementary", { name: "Summary", exact: true });
  await summary.getByText(/documented limit for all NAS volumes: 10 TB/).waitFor();
  await button(page, "Review and send").scrollIntoViewIfNeeded();
  const { y, height } = await summary.boundingBox();
  assert.ok(y >= 0 && y + height <= 900, `from ${y} to ${y + height}`);
});

scenario("in Korean, on a phone", { locale: "ko-KR", viewport: { width: 390, height: 844 } }, async ({ page }) => {
  await page.goto(BOX);
  await page.getByLabel("액세스 키", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).fill(SECRET_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).press("Enter");
  await heading(page, "BOX#1");
  for (const [tab, part] of [["인프라", "infrastructure"], ["반입", "imports"], ["반출", "exports"], ["VPN 계정", "accounts"], ["요약", ""]]) {
    await tabs(page, "섹션").getByRole("link", { name: tab, exact: true }).click();
    await eventually(tab, () => path(page) === [BOX, part].filter(Boolean).join("/"));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${tab}: ${wide} px too wide`);
  }
  await button(page, "반입 신청").click();
  await eventually("the form is open", () => url(page) === "/imports/new?frame=83&box=381");
});
