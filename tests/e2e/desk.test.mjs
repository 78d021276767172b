// The review desk: list and request side by side, one request after the other, by keyboard alone.

import assert from "node:assert/strict";
import { heading, navigate, rowNames, stage, table } from "./support/console.mjs";
import { button, dialog, fill } from "./support/forms.mjs";
import { scan } from "./support/axe.mjs";
import { focused } from "./support/keyboard.mjs";
import { eventually } from "./support/process.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const APPROVE = "export-file-approve";
const DETAIL = "get-export-file-approve-detail";
const TEN = 10;

const WORDS = {
  en: {
    locale: "en-US",
    title: "Export review",
    table: "Export review requests",
    request: "Request",
    approve: "Approve",
    waiting: /^Waiting for review \(40\)$/,
    all: "All requests",
    next: /^Next request: /,
    shortcuts: "Keyboard shortcuts",
    earlier: /^Earlier requests of /,
    limit: / of at most 10 MB$/,
    connect: ["Access key", "Secret key", "Connect"],
  },
  ko: {
    locale: "ko-KR",
    title: "반출 심사",
    table: "반출 심사 대상",
    request: "신청",
    approve: "승인",
    waiting: /^심사 대기 \(40\)$/,
    all: "전체 신청",
    next: /^다음 신청: /,
    shortcuts: "키보드 단축키",
    earlier: /님의 이전 신청$/,
    limit: / \/ 최대 10MB$/,
    connect: ["액세스 키", "시크릿 키", "연결"],
  },
};

const title = (page) => page.getByRole("heading", { level: 1 });
const pane = (page, words = WORDS.en) => page.getByRole("region", { name: words.request, exact: true });
const path = (page) => new URL(page.url()).pathname;
/** Waits until the request that is shown was read, so that it can be decided. */
const ready = (page, words = WORDS.en) =>
  eventually("it can be decided", () => pane(page, words).getByRole("button", { name: words.approve, exact: true }).isEnabled());
const links = (found) => found.getByRole("rowheader").getByRole("link");
/** The paths of the requests, without the filters that they keep. */
const paths = (found) => links(found).evaluateAll((all) => all.map((link) => new URL(link.href).pathname));

/** Connects, to the desk. */
async function desk(page, words, url = "/reviews") {
  await page.goto(url);
  const [access, secret, connect] = words.connect;
  await page.getByLabel(access, { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel(secret, { exact: true }).fill(SECRET_KEY);
  await button(page, connect).click();
  const found = await table(page, words.table);
  // All frames are there.
  await page.getByRole("link", { name: words.waiting }).waitFor();
  return found;
}

for (const [language, words] of Object.entries(WORDS)) {
  scenario(`ten requests are reviewed by keyboard alone, in ${language}`, { locale: words.locale }, async ({ page, simulator }) => {
    const found = await desk(page, words);
    const listed = await paths(found);
    await page.keyboard.press("j");
    for (let done = 0; done < TEN; done += 1) {
      await eventually(`request ${done} is shown`, () => path(page) === listed[done]);
      await focused("its heading", title(page));
      await ready(page, words);
      await page.keyboard.press("a");
      await dialog(page).waitFor();
      await page.keyboard.press("Control+Enter");
      await dialog(page).waitFor({ state: "detached" });
    }
    await page.getByRole("status").getByText(words.next).waitFor();
    const sent = await simulator.log(APPROVE);
    assert.deepEqual(sent.map(({ accepted }) => accepted), Array(TEN).fill(true));
    const ids = sent.map(({ body }) => String(JSON.parse(body).exportApplyId));
    assert.deepEqual(ids, listed.slice(0, TEN).map((one) => one.split("/").at(-1)), "the oldest first, each once");
  });

  scenario(`a request stands beside the list with what a decision needs, in ${language}`, { locale: words.locale }, async ({ page }) => {
    const found = await desk(page, words);
    const link = links(found).nth(1);
    const file = await link.innerText();
    await link.click();
    await heading(page, file);
    const shown = pane(page, words);
    assert.ok((await found.isVisible()) && (await shown.isVisible()));
    for (const text of [words.limit, words.earlier]) await shown.getByText(text).first().waitFor();
    await shown.getByRole("link", { name: /-frame$/ }).waitFor();
    await shown.getByRole("button", { name: words.approve, exact: true }).waitFor();
    assert.equal(await title(page).count(), 1);
  });
}

scenario("a notice moves nothing that is pressed", async ({ page }) => {
  const found = await desk(page, WORDS.en);
  const first = await links(found).first().boundingBox();
  assert.ok(first.y <= 330, `the first request begins at ${first.y}`);
  await links(found).first().click();
  await ready(page, WORDS.en);
  const approve = pane(page).getByRole("button", { name: "Approve", exact: true });
  const { y } = await approve.boundingBox();
  await approve.click();
  await button(dialog(page), "Approve").click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("status").getByText(/: approved$/).waitFor();
  await ready(page, WORDS.en);
  assert.equal((await approve.boundingBox()).y, y);
});

scenario("the next request was read before it is asked for", async ({ page, simulator }) => {
  const found = await desk(page, WORDS.en);
  const [first, second] = await paths(found);
  const answered = (href) =>
    page.waitForResponse((response) => response.url().includes(DETAIL) && response.url().endsWith(`exportApplyId=${href.split("/").at(-1)}`));
  const both = Promise.all([first, second].map(answered));
  await links(found).first().click();
  for (const response of await both) await response.finished();
  // What nobody waits for is not needed now.
  await simulator.fault(DETAIL, { kind: "latency", ms: 5_000 });
  await page.keyboard.press("j");
  await pane(page).getByText("Purpose", { exact: true }).waitFor({ timeout: 3_000 });
  assert.equal(path(page), second);
  await simulator.clearFaults();
});

scenario("filter, order and the list itself stay from one request to the next", async ({ page }) => {
  const found = await desk(page, WORDS.en, "/reviews?sort=-file");
  await page.getByRole("link", { name: WORDS.en.waiting }).click();
  await eventually("only what waits is listed", async () => (await links(found).count()) === 40);
  const files = await rowNames(found);
  const list = await found.elementHandle();
  await links(found).nth(2).click();
  await heading(page, files[2]);
  await page.keyboard.press("j");
  await heading(page, files[3]);
  await page.keyboard.press("k");
  await heading(page, files[2]);
  const query = () => Object.fromEntries(new URL(page.url()).searchParams);
  assert.deepEqual(query(), { sort: "-file", status: "REQ_CMPL" });
  assert.ok(await list.evaluate((element) => element.isConnected), "it is the same list");
  assert.deepEqual(await rowNames(found), files);
  for (const file of [files[3], files[2]]) {
    await page.goBack();
    await heading(page, file);
  }
  await page.goBack();
  await heading(page, "Export review");
  await page.getByRole("link", { name: "All requests", exact: true }).click();
  await eventually("everything is listed", async () => (await links(found).count()) > 40);
});

scenario("on a phone the way back leads to the row", { viewport: { width: 390, height: 844 } }, async ({ page }) => {
  const found = await desk(page, WORDS.en, "/reviews?status=REQ_CMPL");
  const link = links(found).nth(20);
  const [file, target] = [await link.innerText(), await link.getAttribute("href")];
  await link.click();
  await heading(page, file);
  assert.ok(!(await found.isVisible()));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide}`);
  await page.getByRole("list").getByRole("link", { name: "Export review", exact: true }).click();
  await heading(page, "Export review");
  const row = page.locator(`[href="${target}"]`);
  await focused("the row", row);
  await eventually("it is in view", async () => {
    const box = await row.boundingBox();
    return box && box.y >= 0 && box.y < 844;
  });
  assert.equal(new URL(page.url()).search, "?status=REQ_CMPL");
});

scenario("keys do nothing while somebody types, and nothing when switched off", async ({ page, simulator }) => {
  const found = await desk(page, WORDS.en);
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search", exact: true });
  await focused("the search", search);
  await page.keyboard.type("jar?x/");
  assert.equal(await search.inputValue(), "jar?x/");
  assert.equal(await dialog(page).count(), 0);
  assert.equal(path(page), "/reviews");
  await search.fill("");
  await links(found).first().click();
  await focused("the heading", title(page));
  const here = path(page);
  await ready(page);
  await page.keyboard.press("r");
  await dialog(page).waitFor();
  // The key is no part of the reason.
  const reason = dialog(page).getByRole("textbox", { name: "Reason", exact: true });
  assert.equal(await reason.inputValue(), "");
  await page.keyboard.type("jax");
  assert.equal(await reason.inputValue(), "jax");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await page.keyboard.press("x");
  await page.getByRole("status").getByText("1 selected", { exact: true }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });

  await navigate(page, "Settings");
  await page.getByRole("switch", { name: "Keyboard shortcuts", exact: true }).click();
  await page.goBack();
  await pane(page).getByText("Purpose", { exact: true }).waitFor();
  for (const key of ["j", "a", "?", "x"]) await page.keyboard.press(key);
  assert.equal(await dialog(page).count(), 0);
  assert.equal(path(page), here);
  assert.equal((await simulator.log(APPROVE)).length, 0);
});

scenario("a rejection leads on too, and Back to what was rejected", async ({ page }) => {
  const found = await desk(page, WORDS.en);
  const [first, second] = await rowNames(found);
  await links(found).first().click();
  await heading(page, first);
  await ready(page);
  await page.keyboard.press("r");
  await fill(dialog(page), { Reason: "Names in column 3" });
  await page.keyboard.press("Control+Enter");
  await heading(page, second);
  await page.getByRole("status").getByText(`Next request: ${second}`, { exact: true }).waitFor();
  await page.goBack();
  await heading(page, first);
  await page.getByRole("heading", { name: /^Reason, rejected in this tab at/ }).waitFor();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    scenario(`axe finds nothing: ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 900 } }, async ({ page }) => {
      const found = [];
      const look = async (place) => found.push(...(await scan(page, place)));
      const list = await desk(page, WORDS.en);
      await look("without a request");
      await links(list).first().click();
      await pane(page).getByText("Purpose", { exact: true }).waitFor();
      await page.keyboard.press("x");
      await look("a request");
      await page.keyboard.press("?");
      await dialog(page).waitFor();
      await look("the shortcuts");
      await page.keyboard.press("Escape");
      await navigate(page, "Settings");
      await look("settings");
      assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
    });
  }
}
