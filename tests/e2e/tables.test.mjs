// What every table offers.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { arrive, navigate, rowNames, stage, table } from "./support/console.mjs";
import { scan } from "./support/axe.mjs";
import { IN_FIREFOX } from "./support/browsers.mjs";
import { eventually } from "./support/process.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const REVIEWS = "get-export-file-approve-list";
const HOSTILE = '=HYPERLINK("http://evil.example","a"),\r\nb';

/** The service has these export requests in each frame. */
async function reviews(simulator, requests) {
  const content = requests.map((request) => ({ dataBoxNo: "381", dataBoxName: "Lab", status: "REQ_CMPL", ...request }));
  const body = JSON.stringify({ totalCount: content.length, content });
  await simulator.fault(REVIEWS, { kind: "answer", status: 200, contentType: "application/json", body });
}

/** Frames of these names, one after the other. */
async function frames(simulator, names) {
  const content = names.map((name, index) => ({
    dataBoxFrameNo: String(index + 1),
    dataBoxFrameName: name,
    dataBoxCount: index,
    createDate: "2024-01-31 10:20:30",
    statusCode: "SET_USE",
    notDocumented: { of: index },
  }));
  const body = JSON.stringify({ totalCount: content.length, content });
  await simulator.fault("get-data-box-frame-list", { kind: "answer", status: 200, contentType: "application/json", body });
}

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Chooses an entry of the menu, and reads the file. */
async function download(page, entry) {
  await button(page, "Export").click();
  return saved(page, () => page.getByRole("menuitem", { name: entry, exact: true }).click());
}

/** The file that is saved by what `act` does. */
async function saved(page, act) {
  if (!IN_FIREFOX) {
    const [file] = await Promise.all([page.waitForEvent("download"), act()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  }
  // Playwright is not told of downloads over WebDriver BiDi: what the page asks the browser to save.
  await page.evaluate(() => {
    const [make, click] = [URL.createObjectURL, HTMLElement.prototype.click];
    globalThis.files = [];
    URL.createObjectURL = (blob) => {
      globalThis.files.push({ blob });
      return make.call(URL, blob);
    };
    HTMLElement.prototype.click = function () {
      if (this.download) globalThis.files.at(-1).name = this.download;
      click.call(this);
    };
  });
  await act();
  await page.waitForFunction(() => globalThis.files.at(-1)?.name);
  return page.evaluate(async () => {
    const { name, blob } = globalThis.files.at(-1);
    return { name, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await blob.arrayBuffer()) };
  });
}

/** The frames, as the service has them, on their page. */
async function framesPage(page, simulator, names) {
  await arrive(page, "/buckets", "Buckets");
  await frames(simulator, names);
  await navigate(page, "Frames");
  return table(page, "Data Box Frames");
}

scenario("all that passes the filters is exported as CSV, in its order", async ({ page, simulator }) => {
  const names = Array.from({ length: 120 }, (_, index) => `Lab ${String(index).padStart(3, "0")}`);
  await framesPage(page, simulator, [...names, HOSTILE, "Office"]);
  await page.getByRole("columnheader", { name: "Boxes" }).getByRole("button").click();
  await page.getByRole("columnheader", { name: "Boxes" }).getByRole("button").click();
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("b");
  const { name, text } = await download(page, "CSV");
  assert.match(name, /^data-box-frames_\d{4}-\d\d-\d\dT\d{4}\.csv$/);
  const [head, first, second, ...rows] = text.split(/\r\n(?!b)/);
  assert.match(head, /^\ufeffName,Number,Status,Boxes,Created/);
  assert.match(first, /^"'=HYPERLINK\(""http:\/\/evil\.example"",""a""\),\r\nb",121,SET_USE,120,2024-01-31 10:20:30,/);
  assert.match(second, /^Lab 119,120,SET_USE,119,/);
  assert.equal(rows.filter(Boolean).length, 119);
  assert.ok(!text.includes("Office"));
  await page.getByRole("status").getByText("121 rows exported.", { exact: true }).waitFor();
});

scenario("JSON has the records as they were answered", async ({ page, simulator }) => {
  await framesPage(page, simulator, ["Alpha", "Beta"]);
  const { name, text } = await download(page, "JSON");
  assert.match(name, /\.json$/);
  const records = JSON.parse(text);
  assert.deepEqual(records[1], {
    dataBoxFrameNo: "2",
    dataBoxFrameName: "Beta",
    dataBoxCount: 1,
    createDate: "2024-01-31 10:20:30",
    statusCode: "SET_USE",
    notDocumented: { of: 1 },
  });
  assert.equal(records.length, 2);
});

scenario("ticked rows are exported, and the file names their frames", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  await reviews(simulator, [
    { exportApplyId: "1", sourceFileName: "one.csv" },
    { exportApplyId: "2", sourceFileName: "two.csv" },
  ]);
  await navigate(page, "Export review");
  await table(page, "Export review requests");
  await page.getByRole("checkbox", { name: /two\.csv/ }).first().check();
  const { name, text } = await download(page, "CSV");
  assert.match(name, /^export-review-requests_\d{4}-\d\d-\d\dT\d{4}_\d+\.csv$/);
  assert.equal(text.trimEnd().split("\r\n").length, 2);
  assert.ok(text.includes("two.csv") && !text.includes("one.csv"));
});

const CLIPBOARD = IN_FIREFOX ? {} : { permissions: ["clipboard-read", "clipboard-write"] };

scenario("a table is copied as HTML and as text", { ...CLIPBOARD, notInFirefox: "reading the clipboard asks" }, async ({ page, simulator }) => {
  await framesPage(page, simulator, ["<b>Alpha</b>", "=1+1"]);
  await button(page, "Export").click();
  await page.getByRole("menuitem", { name: "Copy as table", exact: true }).click();
  await page.getByRole("status").getByText("2 rows copied.", { exact: true }).waitFor();
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (kind) => (await item.getType(kind)).text();
    return [await read("text/html"), await read("text/plain")];
  });
  assert.match(html, /&lt;b&gt;Alpha/);
  assert.match(html, /'=1\+1/);
  assert.match(text, /^Name\tNumber\tStatus\tBoxes\tCreated/);
  assert.match(text, /\n'=1\+1\t2\tSET_USE\t1\t2024-01-31 10:20:30/);
});

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

async function arriveInEnglish(page) {
  await arrive(page, "/frames", "Frames");
  return table(page, "Data Box Frames");
}

/** Connects in Korean, to the page of the frames. */
async function framesInKorean(page) {
  await page.goto("/frames");
  await page.getByLabel("액세스 키", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).fill(SECRET_KEY);
  await button(page, "연결").click();
  return table(page, "Data Box Frame 목록");
}

for (const [language, locale, words] of [
  ["English", "en-US", ["Export", "CSV", "JSON", "Copy as table"]],
  ["Korean", "ko-KR", ["내보내기", "CSV", "JSON", "표로 복사"]],
]) {
  scenario(`the export menu is used by keyboard alone, in ${language}`, { locale }, async ({ page, simulator }) => {
    if (locale === "ko-KR") await framesInKorean(page);
    else await framesPage(page, simulator, ["Alpha"]);
    const [name, ...entries] = words;
    const opener = button(page, name);
    const menu = page.getByRole("menu", { name, exact: true });
    const focused = (entry) => page.waitForFunction((text) => document.activeElement?.textContent === text, entry);
    await opener.focus();
    await page.keyboard.press("Enter");
    await focused(entries[0]);
    assert.deepEqual(await menu.getByRole("menuitem").allInnerTexts(), entries);
    for (const [key, entry] of [["ArrowDown", 1], ["ArrowDown", 2], ["ArrowDown", 0], ["ArrowUp", 2], ["Home", 0], ["End", 2]]) {
      await page.keyboard.press(key);
      await focused(entries[entry]);
    }
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "hidden" });
    await focused(name);
    await page.keyboard.press("ArrowUp");
    await focused(entries[2]);
    await page.keyboard.press("Tab");
    await menu.waitFor({ state: "hidden" });
    await opener.focus();
    await page.keyboard.press("ArrowDown");
    await focused(entries[0]);
    const file = await saved(page, () => page.keyboard.press("Enter"));
    assert.match(file.name, /^data-box-frame\S*_\d{4}-\d\d-\d\dT\d{4}\.csv$/);
    await focused(name);
  });
}

scenario("an empty table has nothing to export, and says so", async ({ page, simulator }) => {
  await framesPage(page, simulator, []);
  const opener = button(page, "Export");
  assert.ok(await opener.isDisabled());
  assert.equal(await opener.getAttribute("title"), "There is nothing to export.");
  await opener.press("Enter");
  await page.getByRole("status").getByText("There is nothing to export.", { exact: true }).waitFor();
});

const headings = (found) => found.getByRole("columnheader").allInnerTexts();

for (const [language, locale, words] of [
  ["English", "en-US", { columns: "Columns", left: "Move Created up", reset: "Reset", close: "Close" }],
  ["Korean", "ko-KR", { columns: "열 설정", left: "생성 일시 열을 위로 이동", reset: "초기화", close: "닫기" }],
]) {
  scenario(`columns are chosen, moved, kept and reset, in ${language}`, { locale }, async ({ page }) => {
    const arriveHere = locale === "ko-KR" ? () => framesInKorean(page) : () => arriveInEnglish(page);
    const found = await arriveHere();
    const all = await headings(found);
    const [name, number, status, boxes, created, ...others] = all;
    const chosen = [name, number, created, status, ...others];
    await button(page, words.columns).click();
    const dialog = page.getByRole("dialog", { name: words.columns, exact: true });
    assert.ok(await dialog.getByRole("checkbox", { name, exact: true }).isDisabled());
    await dialog.getByRole("checkbox", { name: boxes, exact: true }).uncheck();
    const left = dialog.getByRole("button", { name: words.left.replace("생성 일시", created), exact: true });
    await left.click();
    await left.click();
    await page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, await left.getAttribute("aria-label"));
    await dialog.getByRole("button", { name: words.close, exact: true }).click();
    await eventually("the columns are as chosen", async () => same(await headings(found), chosen));
    await page.reload();
    assert.deepEqual(await headings(await arriveHere()), chosen);
    await button(page, words.columns).click();
    await dialog.getByRole("button", { name: words.reset, exact: true }).click();
    await page.keyboard.press("Escape");
    await eventually("the columns are as before", async () => same(await headings(found), all));
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("dbf.table."))), []);
  });
}

scenario("density and widths are chosen, hold, are kept and reset", async ({ page, simulator }) => {
  const names = ["A frame whose name is so long that a narrow column has to break it into lines", "Beta"];
  const found = await framesPage(page, simulator, names);
  const handle = (column) => found.getByRole("separator", { name: `Width of ${column}`, exact: true });
  const width = async (column) => Math.round((await found.getByRole("columnheader", { name: column, exact: true }).boundingBox()).width);
  // Half a pixel may be rounded either way.
  const near = async (column, wanted) => Math.abs((await width(column)) - wanted) <= 1;
  const height = async () => (await found.getByRole("row").filter({ hasText: "Beta" }).boundingBox()).height;
  const drag = async (column, by) => {
    const box = await handle(column).boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by / 2, y, { steps: 3 });
    await page.mouse.move(x + by, y);
    await page.mouse.up();
  };
  const [name, created, before] = [await width("Name"), await width("Created"), await height()];
  await drag("Name", 90);
  await eventually("the names are wider", () => near("Name", name + 90));
  await drag("Name", -name);
  await eventually("the names are narrower than their words", () => near("Name", 90));
  await handle("Created").focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowLeft");
  await eventually("dates are narrower", () => near("Created", created - 80));
  assert.equal(await found.getByRole("columnheader", { name: "Name", exact: true }).getAttribute("aria-sort"), "none");
  assert.deepEqual(await scan(page, "chosen widths"), []);

  const comfortable = await height();
  await button(page, "Columns").click();
  await page.getByRole("combobox", { name: "Density", exact: true }).selectOption({ label: "Compact" });
  await button(page, "Close").click();
  await eventually("rows are lower", async () => (await height()) < comfortable);
  await page.reload();
  await arriveInEnglish(page);
  await eventually("all is as chosen", async () => (await near("Name", 90)) && (await near("Created", created - 80)) && (await height()) < comfortable);
  // Over WebDriver BiDi two clicks are no double click.
  if (IN_FIREFOX) await handle("Created").press("Home");
  else await handle("Created").dblclick();
  await eventually("dates have their width again", async () => (await width("Created")) > created - 80 && (await handle("Created").getAttribute("aria-valuetext")) === "Automatic");
  await button(page, "Columns").click();
  await button(page, "Reset").click();
  await button(page, "Close").click();
  await eventually("the table is as before", async () => (await near("Name", name)) && (await height()) === before);
  await page.setViewportSize({ width: 390, height: 844 });
  await handle("Name").waitFor({ state: "hidden" });
});

scenario("rows per page are kept, and storage that fails stops nothing", async ({ page, simulator }) => {
  const names = Array.from({ length: 120 }, (_, index) => `Lab ${index}`);
  const found = await framesPage(page, simulator, names);
  const rows = page.getByRole("combobox", { name: "Rows per page", exact: true });
  await page.getByText("1–100 of 120", { exact: true }).waitFor();
  await rows.selectOption("25");
  await page.getByText("1–25 of 120", { exact: true }).waitFor();
  await navigate(page, "Buckets");
  await navigate(page, "Frames");
  await page.getByText("1–25 of 120", { exact: true }).waitFor();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await rows.selectOption("250");
  await eventually("all rows are there", async () => (await rowNames(found)).length === 120);
});

scenario("headings and names stay in view", { viewport: { width: 800, height: 600 } }, async ({ page, simulator }) => {
  await framesPage(page, simulator, Array.from({ length: 90 }, (_, index) => `Lab ${index}`));
  const last = page.getByRole("rowheader", { name: "Lab 89", exact: true });
  await last.scrollIntoViewIfNeeded();
  const heading = page.getByRole("columnheader", { name: "Number", exact: true });
  const { y } = await heading.boundingBox();
  assert.ok(y >= 0 && y < 600, `${y}`);
  await page.getByRole("group", { name: "Data Box Frames", exact: true }).evaluate((scrolled) => scrolled.scrollTo(10_000, 0));
  assert.ok((await page.getByRole("rowheader", { name: "Lab 0", exact: true }).boundingBox()).x >= 0);
});

scenario("on a narrow screen a row is a card, and still a row", { viewport: { width: 390, height: 844 } }, async ({ page, simulator }) => {
  const found = await framesPage(page, simulator, ["Alpha", "Beta"]);
  const row = found.getByRole("row").filter({ hasText: "Beta" });
  const name = await row.getByRole("rowheader", { name: "Beta", exact: true }).boundingBox();
  const cells = await row.getByRole("cell").all();
  assert.ok(cells.length >= 4);
  for (const cell of cells) {
    const box = await cell.boundingBox();
    assert.ok(box.y > name.y && box.x + box.width <= 390, "a field stands beside its card");
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide}`);
  await page.getByRole("combobox", { name: "Sort", exact: true }).selectOption({ label: "Number, descending" });
  await page.waitForURL(/\?sort=-number$/);
});
