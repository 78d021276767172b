// The overview: numbers that lead to their rows, pictures with a list, charts with a table.

import assert from "node:assert/strict";
import { alert, arrive, heading, navigate, rowNames, stage, table } from "./support/console.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const REVIEWS = "Export review requests";

const region = (page, name) => page.getByRole("region", { name, exact: true });
const figure = (page, name) => page.getByRole("figure", { name, exact: true });
const focusedName = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label"));

/** Follows a link and says how many rows are there. */
async function rowsBehind(page, link, title, name) {
  await link.click();
  await heading(page, title);
  const count = (await rowNames(await table(page, name))).length;
  await page.goBack();
  await heading(page, "Overview");
  return count;
}

/** A frame's figure with everything of it read: far ones wait until they come near. */
async function read(page, name) {
  await figure(page, name).scrollIntoViewIfNeeded();
  const found = figure(page, name).and(page.locator('[aria-busy="false"]'));
  await found.waitFor();
  return found;
}

scenario("each number leads to exactly its rows", async ({ page }) => {
  await arrive(page, "/", "Overview");
  assert.equal(new URL(page.url()).pathname, "/overview");
  const waiting = region(page, "Waiting for review");
  assert.equal(await rowsBehind(page, waiting.getByRole("link", { name: "40 requests", exact: true }), "Export review", REVIEWS), 40);
  const clinical = waiting.getByRole("link", { name: /· clinical-cohort-frame$/ });
  const count = Number((await clinical.innerText()).split(" ")[0]);
  assert.ok(count > 0 && count < 40);
  assert.equal(await rowsBehind(page, clinical, "Export review", REVIEWS), count);
  await waiting.getByText(/^oldest \d+ days ago$/).first().waitFor();

  const failed = region(page, "Failed in the last 24 hours");
  const imports = failed.getByRole("link", { name: "1 · Import: File error", exact: true });
  assert.equal(await rowsBehind(page, imports, "Import requests", "Import requests"), 1);
  const exports = failed.getByRole("link", { name: "1 · Export: File error", exact: true });
  assert.equal(await rowsBehind(page, exports, "Export review", REVIEWS), 1);

  const changing = region(page, "Changing now");
  await changing.getByText("Changing", { exact: true }).first().waitFor();
  await changing.getByRole("link", { name: "public-statistics-frame", exact: true }).click();
  await heading(page, "public-statistics-frame");
});

scenario("the number that waits stands beside Export review and in the title", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  assert.equal(await page.title(), "Buckets · Data Box Frame");
  assert.deepEqual(await simulator.log("get-export-file-approve-list"), [], "no reads for it");
  await navigate(page, "Overview");
  const link = page.getByRole("navigation").getByRole("link", { name: "Export review", exact: true });
  await eventually("the title counts", async () => (await page.title()) === "(40) Overview · Data Box Frame");
  const description = await link.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby")).textContent);
  assert.equal(description, "40 waiting for review");
  await navigate(page, "Buckets");
  assert.equal(await page.title(), "(40) Buckets · Data Box Frame");
});

scenario("a frame's picture has a list that says the same, and both lead there", async ({ page, simulator }) => {
  await arrive(page, "/overview", "Overview");
  const picture = await read(page, "Topology of clinical-cohort-frame");
  const box = picture.getByRole("listitem").filter({ has: page.getByRole("link", { name: "BOX#3", exact: true }) }).last();
  const said = /In use.*Network allowed.*Connect 1, TensorFlow 2.*NAS in use 2,712 of 3,000 GB/s;
  await eventually("all of the box is said", async () => said.test(await box.innerText()));
  assert.match(await picture.innerText(), /Admin servers: 2/);
  await picture.getByText(/^\d+ requests, \d+ waiting for review$/).waitFor();
  await picture.getByText(/^\d+ imports?$/).last().waitFor();
  await picture.getByText(/^\d+ approved$/).last().waitFor();
  // A box that was returned and one that is closed are shown, but not read.
  await picture.getByRole("link", { name: "BOX#5", exact: true }).waitFor();
  const asked = (await simulator.log("get-data-box-summary-info")).map((entry) => entry.path);
  assert.ok(asked.some((path) => path.includes("dataBoxNo=386")) && !asked.some((path) => /dataBoxNo=(397|406)/.test(path)), asked.join());

  await box.getByRole("link").click();
  await heading(page, "BOX#3");
  await page.goBack();
  // The name in the picture itself.
  await (await read(page, "Topology of clinical-cohort-frame")).getByText("BOX#3", { exact: true }).first().click();
  await heading(page, "BOX#3");
});

scenario("what is far down the page is read when it comes near", { viewport: { width: 1024, height: 400 } }, async ({ page, simulator }) => {
  await arrive(page, "/overview", "Overview");
  await region(page, "Waiting for review").getByRole("link", { name: "40 requests", exact: true }).waitFor();
  const of = async (frame) => (await simulator.log("get-data-box-summary-info")).filter(({ path }) => path.includes(`dataBoxFrameNo=${frame}&`)).length;
  assert.equal(await of(1187), 0);
  await read(page, "Topology of public-statistics-frame");
  await eventually("its boxes are read", async () => (await of(1187)) > 0);
});

scenario("a chart has its numbers at the keyboard and its table one key away", async ({ page }) => {
  await arrive(page, "/overview", "Overview");
  const chart = await read(page, "Exports per day");
  const bar = chart.getByRole("img", { name: /^\d{4}-\d\d-\d\d: .*Open \d/ });
  await bar.last().focus();
  const newest = await focusedName(page);
  await page.keyboard.press("ArrowLeft");
  const before = await focusedName(page);
  assert.ok(before < newest, `${before} and ${newest}`);
  await page.keyboard.press("Home");
  assert.ok((await focusedName(page)) < before);

  await chart.getByRole("button", { name: "Show as table", exact: true }).focus();
  await page.keyboard.press("Enter");
  const rows = chart.getByRole("table", { name: "Exports per day", exact: true });
  assert.equal((await rowNames(rows)).length, 30);
  const said = before.match(/^(\S+): Approved (\d+)/);
  const cells = await rows.getByRole("row").filter({ hasText: said[1] }).getByRole("cell").allInnerTexts();
  assert.equal(cells[0], said[2]);
  await chart.getByRole("button", { name: "Show as chart", exact: true }).waitFor();

  await page.getByRole("combobox", { name: "Period", exact: true }).selectOption("90 days");
  await eventually("ninety days", async () => (await rowNames(rows)).length === 90);
  assert.equal(new URL(page.url()).search, "?days=90");
  await figure(page, "Imports per day").getByText(/^\d+ requests$/).waitFor();
  await figure(page, "Time from request to decision").getByText(/half of them within .*90th percentile: .*\./).waitFor();
  const volumes = await read(page, "NAS in use: clinical-cohort-frame");
  await volumes.getByRole("button", { name: "Show as table", exact: true }).click();
  const filled = /BOX#3\s+2,712 of 3,000 GB\s+90%/;
  await eventually("the box is filled", async () => (await volumes.getByRole("row").allInnerTexts()).some((row) => filled.test(row)));
});

scenario("what could not be read says so in its place", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(500);
  await simulator.faultIn("dataBoxFrameNo=83", "get-import-apply-list", { kind: "html", status: 500 });
  await arrive(page, "/overview", "Overview");
  const failure = await alert(page);
  await failure.getByText("The response is not from the API", { exact: true }).click();
  await failure.getByText(/^HTTP 500/).waitFor();
  const failed = region(page, "Failed in the last 24 hours");
  await failed.getByRole("listitem").filter({ hasText: "clinical-cohort-frame Import Not loaded" }).waitFor();
  await figure(page, "Imports per day").getByText("Without these, which could not be loaded: clinical-cohort-frame").waitFor();
  await region(page, "Waiting for review").getByRole("link", { name: "40 requests", exact: true }).waitFor();
  await simulator.clearFaults();
  await page.getByRole("button", { name: "Try again", exact: true }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
  assert.equal(await page.getByText("Not loaded").count(), 0);
});

scenario("in Korean", { locale: "ko-KR" }, async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("액세스 키", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).fill(SECRET_KEY);
  await page.getByRole("button", { name: "연결", exact: true }).click();
  await heading(page, "개요");
  await region(page, "심사 대기").getByRole("link", { name: "40건", exact: true }).waitFor();
  await region(page, "최근 24시간 내 실패").getByRole("link", { name: "1 · 반입: 파일 오류", exact: true }).waitFor();
  await eventually("the title counts", async () => (await page.title()).startsWith("(40) 개요"));
  const chart = figure(page, "일별 반출 신청");
  await chart.getByRole("button", { name: "표로 보기", exact: true }).click();
  assert.equal((await rowNames(chart.getByRole("table"))).length, 30);
  await figure(page, "신청부터 심사까지 걸린 시간").getByText(/건의 절반이 .* 안에 끝났습니다/).waitFor();
  const picture = await read(page, "clinical-cohort-frame 구성도");
  await picture.getByText("관리 서버: 2", { exact: true }).waitFor();
});
