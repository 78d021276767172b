// Activity: requests are found, grouped, copied and saved.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { arrive, connect, heading, navigate, open, stage, table } from "./support/console.mjs";
import { savedFile } from "./support/download.mjs";
import { button, fill } from "./support/forms.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
// Connecting reads one frame; the page reads all.
const FRAMES = "get-data-box-frame-list?pageNo=1&pageSize=100";
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

const rows = (page, name = "Requests") => page.getByRole("table", { name, exact: true }).getByRole("rowheader");

/** Reads the frames three times, then opens Activity. */
async function readFrames(page) {
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  for (let count = 0; count < 2; count += 1) {
    await button(page, "Refresh").click();
    await table(page, "Data Box Frames");
  }
  await navigate(page, "Activity");
}

scenario("repeated reads are one row, and can be seen one by one", async ({ page }) => {
  await readFrames(page);
  const frames = rows(page).filter({ hasText: FRAMES });
  await frames.filter({ hasText: "×3" }).waitFor();
  assert.equal(await frames.count(), 1);
  await page.getByRole("table", { name: "Requests", exact: true }).getByText(/^Last at /).first().waitFor();
  await frames.getByText(/^get-data-box-frame-list/).click();
  await frames.getByRole("heading", { name: "Sent at", exact: true }).waitFor();
  assert.equal(await frames.getByRole("listitem").count(), 3);
  await page.getByRole("checkbox", { name: "Group repeated reads", exact: true }).uncheck();
  await frames.nth(2).waitFor();
  assert.equal(await frames.count(), 3);
});

scenario("requests are filtered and searched, and the URL says so; in Korean too", async ({ page }) => {
  await readFrames(page);
  const choose = (label, option) => page.getByRole("combobox", { name: label, exact: true }).selectOption(option);
  await choose("Outcome", "Failed");
  await page.getByText("No items match the filters.", { exact: true }).waitFor();
  await page.waitForURL(/\/activity\?outcome=failed$/);
  await button(page, "Clear filters").click();
  await choose("Operation", "get-data-box-frame-list");
  await page.waitForURL(/\/activity\?operation=get-data-box-frame-list$/);
  await choose("Time", "Last 5 minutes");
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("nothing has this");
  await page.getByText("No items match the filters.", { exact: true }).waitFor();
  await navigate(page, "Settings");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("ko");
  await navigate(page, "활동");
  await page.getByRole("combobox", { name: "결과", exact: true }).selectOption("실패");
  await page.getByText("필터와 일치하는 항목이 없습니다.", { exact: true }).waitFor();
  await button(page, "필터 지우기").click();
  await page.getByRole("checkbox", { name: "반복 조회 묶기", exact: true }).waitFor();
  await button(page, "HAR로 저장").waitFor();
});

scenario("a read is copied as curl without the secret, and runs", CLIPBOARD, async ({ page, simulator }) => {
  await open(page, "/frames");
  await page.getByText("Advanced", { exact: true }).click();
  await fill(page, { Gateway: `http://${simulator.host}` });
  await connect(page);
  await heading(page, "Frames");
  await table(page, "Data Box Frames");
  await navigate(page, "Activity");
  const frames = rows(page).filter({ hasText: FRAMES });
  await frames.getByText(/^get-data-box-frame-list/).click();
  await button(frames, "Copy as curl").click();
  await frames.getByText(/^Copied\./).waitFor();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!script.includes(SECRET_KEY));
  await simulator.clearLog();
  const environment = { PATH: process.env.PATH, NCP_SECRET_KEY: SECRET_KEY };
  const ended = spawnSync("sh", ["-c", script], { env: environment, encoding: "utf8" });
  assert.equal(ended.status, 0, `${ended.error ?? ""}${ended.stderr}`);
  assert.ok(JSON.parse(ended.stdout).content.length > 0);
  const [entry] = await simulator.log("get-data-box-frame-list");
  assert.match(entry.headers["user-agent"], /^curl\//);
});

scenario("a HAR holds what is shown, and no keys, signatures and passwords", async ({ page }) => {
  const signatures = [];
  page.on("request", (request) => signatures.push(request.headers()["x-ncp-apigw-signature-v2"]));
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  await navigate(page, "Activity");
  const file = await savedFile(page, () => button(page, "Save as HAR").click());
  await page.getByText(/requests? saved, without keys, signatures, and passwords\.$/).waitFor();
  assert.match(file.name, /^activity_\d{4}-\d\d-\d\dT\d{4}\.har$/);
  const { log } = JSON.parse(file.text);
  assert.equal(log.version, "1.2");
  assert.ok(log.creator.name && log.creator.version);
  assert.ok(log.entries.length > 0);
  for (const entry of log.entries) {
    assert.equal(new Date(entry.startedDateTime).toISOString(), entry.startedDateTime);
    assert.ok(entry.time >= 0 && entry.timings.wait >= 0 && entry.cache);
    assert.ok(URL.canParse(entry.request.url), entry.request.url);
    assert.ok(Array.isArray(entry.request.queryString) && Array.isArray(entry.response.headers));
    assert.ok(entry.response.content.mimeType);
  }
  const sent = signatures.filter(Boolean);
  assert.ok(sent.length > 0);
  for (const secret of [SECRET_KEY, ACCESS_KEY, ...sent, ...sent.map((one) => one.slice(0, 8))]) assert.ok(!file.text.includes(secret));
});
