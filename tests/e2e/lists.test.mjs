// Lists of many pages: their first rows come at once, a page that fails is read again alone, and a
// service that does not keep to the rules is soon left.

import assert from "node:assert/strict";
import { alert, arrive, navigate, rowNames, stage, table } from "./support/console.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const FRAMES = "get-data-box-frame-list";
const REVIEWS = "get-export-file-approve-list";
const TABLE = "Data Box Frames";

/** An answer with the frames from one number to another, of `totalCount`. */
const frames = (first, last, totalCount) => ({
  kind: "answer",
  status: 200,
  contentType: "application/json",
  body: JSON.stringify({
    totalCount,
    content: Array.from({ length: last - first + 1 }, (_, index) => ({
      dataBoxFrameNo: String(first + index),
      dataBoxFrameName: `Frame ${first + index}`,
      statusCode: "SET_USE",
    })),
  }),
});

const DOWN = { kind: "answer", status: 500, body: JSON.stringify({ error: { errorCode: "130000", message: "Down" } }) };

/** The service has 250 frames, on three pages. */
async function threePages(simulator, second = frames(101, 200, 250)) {
  await simulator.faultIn("pageNo=1&", FRAMES, frames(1, 100, 250));
  await simulator.faultIn("pageNo=2&", FRAMES, second);
  await simulator.faultIn("pageNo=3&", FRAMES, frames(201, 250, 250));
}

scenario("the first rows are there while a slow page is awaited", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  await threePages(simulator);
  await simulator.faultIn("pageNo=2&", FRAMES, { kind: "latency", ms: 4_000 });
  await navigate(page, "Frames");
  await page.getByRole("rowheader", { name: "Frame 100", exact: true }).waitFor();
  await page.getByText("150 of 250 read", { exact: true }).waitFor();
  const bar = page.getByRole("progressbar", { name: "Reading the list", exact: true });
  assert.deepEqual(await bar.evaluate((bar) => [bar.value, bar.max]), [150, 250]);
  // What is there can be searched, before the rest is.
  const search = page.getByRole("searchbox", { name: "Search", exact: true });
  await search.fill("Frame 99");
  assert.deepEqual(await rowNames(page.getByRole("table", { name: TABLE, exact: true })), ["Frame 99"]);
  await bar.waitFor();
  await search.fill("");
  await page.getByText("1–100 of 250", { exact: true }).waitFor();
  assert.equal(await bar.count(), 0);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("101–200 of 250", { exact: true }).waitFor();
  const names = await rowNames(await table(page, TABLE));
  assert.deepEqual([names.length, names[0], names.at(-1)], [100, "Frame 101", "Frame 200"]);
});

scenario("a page that fails is said and tried again alone", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(500);
  await arrive(page, "/buckets", "Buckets");
  await threePages(simulator, DOWN);
  await navigate(page, "Frames");
  await page.getByText("Rows 101 to 200 could not be read.", { exact: true }).waitFor();
  assert.match(await (await alert(page)).innerText(), /Down/);
  await page.getByText("1–100 of 150", { exact: true }).waitFor();

  await simulator.clearFaults();
  await threePages(simulator);
  await simulator.clearLog();
  await page.getByRole("button", { name: "Try again", exact: true }).click();
  await page.getByText("1–100 of 250", { exact: true }).waitFor();
  await page.getByRole("alert").waitFor({ state: "detached" });
  const read = (await simulator.log(FRAMES)).map((entry) => JSON.stringify(entry).match(/pageNo=(\d+)/)?.[1]);
  assert.deepEqual(read, ["2"]);
});

scenario("a service that ignores the page number is soon left", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  await simulator.clearLog();
  await simulator.fault(FRAMES, frames(1, 100, 5_000_000));
  await navigate(page, "Frames");
  await page.getByText("the service sent the same page again").waitFor();
  assert.equal((await rowNames(await table(page, TABLE))).length, 100);
  const { length } = await simulator.log(FRAMES);
  assert.ok(length <= 6, `${length} requests`);
});

scenario("no more than six requests are under way", async ({ page, simulator }) => {
  let [underWay, most] = [0, 0];
  const isRelayed = (request) => request.url().includes("/relay/");
  page.on("request", (request) => isRelayed(request) && (most = Math.max(most, ++underWay)));
  for (const end of ["requestfinished", "requestfailed"]) {
    page.on(end, (request) => isRelayed(request) && underWay--);
  }
  await arrive(page, "/buckets", "Buckets");
  await simulator.fault(FRAMES, frames(1, 40, 40));
  await simulator.fault(REVIEWS, { kind: "latency", ms: 100 });
  await simulator.fault(REVIEWS, { ...frames(1, 0, 0) });
  await navigate(page, "Export review");
  await eventually("all lists are read", async () => (await simulator.log(REVIEWS)).length === 40);
  await table(page, "Export review requests");
  assert.ok(most > 1 && most <= 6, `${most} requests at once`);
});
