// What every table offers.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { arrive, navigate, stage, table } from "./support/console.mjs";
import { IN_FIREFOX } from "./support/browsers.mjs";
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
async function download(page, entry, name = "Export") {
  await button(page, name).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: entry, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
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
    await page.keyboard.press("ArrowDown");
    await focused(entries[0]);
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(file.suggestedFilename(), /^data-box-frame\S*_\d{4}-\d\d-\d\dT\d{4}\.csv$/);
    await focused(name);
    await page.keyboard.press("ArrowUp");
    await focused(entries[2]);
    await page.keyboard.press("Tab");
    await menu.waitFor({ state: "hidden" });
  });
}

scenario("an empty table has nothing to export, and says so", async ({ page, simulator }) => {
  await framesPage(page, simulator, []);
  const opener = button(page, "Export");
  assert.ok(await opener.isDisabled());
  assert.equal(await opener.getAttribute("title"), "There is nothing to export.");
});
