// The comparison with the API reference: what it sends, what it finds, and what its files hold.

import assert from "node:assert/strict";
import { arrive, go, heading, stage } from "./support/console.mjs";
import { savedFile } from "./support/download.mjs";
import { button } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const COMPARE = "Compare with the API reference";
const QUESTION = "Compare with the API reference?";
const KOREAN = "API 문서와 비교";

const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });

/** Opens Settings without requests of earlier pages in the log. */
async function settings({ page, simulator }) {
  await arrive(page, "/settings", "Settings");
  await simulator.clearLog();
}

/** Presses the button, and answers the question; the number of requests that it announces. */
async function begin(page, names = { compare: COMPARE, question: QUESTION, start: "Send requests" }) {
  await button(page, names.compare).click();
  const asked = dialog(page, names.question);
  const most = Number((await asked.innerText()).match(/(?:At most|최대) (\d+)/)[1]);
  await button(asked, names.start).click();
  await asked.waitFor({ state: "detached" });
  return most;
}

/** Waits for the end; the sentence that tells it. */
async function ended(page, how = /^Compared /) {
  const said = page.getByRole("status").filter({ hasText: how });
  await said.waitFor({ timeout: 60_000 });
  return said.innerText();
}

/** What the page says of an operation. */
const reported = (page, operation) =>
  page
    .getByRole("list", { name: "Comparison with the API reference", exact: true })
    .getByRole("listitem")
    .filter({ has: page.getByText(operation, { exact: true }) })
    .first();

/** Presses a button that saves a file; its name and text. */
const saved = (page, name) => savedFile(page, () => button(page, name).click());

/** Every answer to the page, how many requests are under way, and how many were at most. */
function observe(page) {
  const seen = { bodies: [], underWay: 0, most: 0 };
  const relayed = (request) => new URL(request.url()).pathname.startsWith("/relay/");
  page.on("request", (request) => {
    if (relayed(request)) seen.most = Math.max(seen.most, ++seen.underWay);
  });
  for (const event of ["requestfinished", "requestfailed"]) {
    page.on(event, (request) => relayed(request) && seen.underWay--);
  }
  page.on("response", (response) => relayed(response.request()) && seen.bodies.push(response.json().catch(() => null)));
  return seen;
}

/** All texts and numbers in answers, but codes. */
function values(answer, name = "") {
  if (Array.isArray(answer)) return answer.flatMap((item) => values(item, name));
  if (answer && typeof answer === "object") return Object.entries(answer).flatMap(([name, value]) => values(value, name));
  return /^(statusCode|status|productCode|errorCode)$/.test(name) ? [] : [String(answer)];
}

scenario("injected drift is in the report, and the files hold no value of the account", async (of) => {
  const { page, guard, simulator } = of;
  guard.expectFailedRequest(404);
  const drift = (operation, patch) => simulator.fault(operation, { kind: "drift", patch });
  await drift("get-data-box-frame-list", { content: { regionCode: "KR-SECRET-REGION", statusCode: "SET_FROZEN" } });
  await drift("get-data-box-list", { content: { memo: null, createDate: "2025-03-01T09:30:00+09:00" } });
  await drift("get-data-box-summary-info", { nasCount: "a few", "kim's note": "a private remark" });
  await drift("get-bucket-list", { content: { disabled: "WAITING_ROOM_20261128" } });
  const seen = observe(page);
  await settings(of);
  const most = await begin(page);
  const said = await ended(page);

  const log = await simulator.log();
  assert.ok(log.length > 40 && log.length <= most, `${log.length} of at most ${most}`);
  assert.ok(log.every((entry) => entry.method === "GET"), "only reads");
  assert.equal(seen.most, 2, "two at a time");
  assert.match(said, new RegExp(`with ${log.length} requests: \\d+ differences`));

  const frames = reported(page, "get-data-box-frame-list");
  await frames.getByText("2 differences").waitFor();
  await frames.getByText(/regionCode.*undocumented field; received: a text/).waitFor();
  await frames.getByText(/code in no table: SET_FROZEN/).waitFor();
  const boxes = reported(page, "get-data-box-list");
  await boxes.getByText(/content\[\]\.memo.*documented, not seen in this account/).waitFor();
  await boxes.getByText(/date in another format: 9999-99-99A99:99:99\+99:99/).waitFor();
  await page.getByText(/^\d+ operations as documented$/).click();
  await reported(page, "get-linux-info").getByText("As documented").waitFor();

  const json = await saved(page, "Save as JSON");
  assert.match(json.name, /^databoxframe-api-comparison-\d{4}-\d\d-\d\d\.json$/);
  const report = JSON.parse(json.text);
  assert.deepEqual(report.requests, { atMost: most, sent: log.length, stopped: false });
  const found = (name) => report.operations.find(({ operation }) => operation === name).findings;
  const finds = (name, wanted) =>
    assert.ok(
      found(name).some((one) => Object.entries(wanted).every(([key, value]) => one[key] === value)),
      `${JSON.stringify(wanted)} in ${JSON.stringify(found(name))}`,
    );
  finds("get-data-box-frame-list", { kind: "undocumented", path: "content[].regionCode", found: "string" });
  finds("get-data-box-frame-list", { kind: "unknownCode", path: "content[].statusCode", code: "SET_FROZEN" });
  finds("get-data-box-list", { kind: "neverSeen", path: "content[].memo" });
  finds("get-data-box-list", { kind: "dateFormat", path: "content[].createDate", found: "9999-99-99A99:99:99+99:99" });
  finds("get-data-box-summary-info", { kind: "type", path: "nasCount", found: "string" });
  finds("get-data-box-summary-info", { kind: "undocumented", path: "*" });
  finds("get-bucket-list", { kind: "type", path: "content[].disabled", found: "string" });

  const markdown = await saved(page, "Save as Markdown");
  assert.match(markdown.name, /\.md$/);
  assert.match(markdown.text, /^# Comparison with the API reference$/m);
  assert.match(markdown.text, /^## get-data-box-frame-list: 2 differences$/m);
  assert.match(markdown.text, /^- `content\[\]\.regionCode`: undocumented field; received: a text \(3×\)$/m);

  const account = new Set((await Promise.all(seen.bodies)).flatMap((body) => values(body)));
  const telling = [...account].filter((value) => value.length > 5);
  assert.ok(telling.length > 200, `${telling.length}`);
  for (const text of [json.text, markdown.text]) {
    for (const secret of [ACCESS_KEY, SECRET_KEY, "kim's note", new URL(page.url()).host]) assert.ok(!text.includes(secret), secret);
    assert.deepEqual(telling.filter((value) => text.includes(value)), []);
  }
});

scenario("nothing is sent before the question is answered, and none after Cancel", async (of) => {
  const { page, simulator } = of;
  await settings(of);
  await button(page, COMPARE).click();
  const asked = dialog(page, QUESTION);
  await asked.getByText(/two at a time: up to 3 for each operation/).waitFor();
  assert.deepEqual(await simulator.log(), []);
  await button(asked, "Cancel").click();
  await asked.waitFor({ state: "detached" });
  assert.ok(await button(page, COMPARE).evaluate((one) => one === document.activeElement), "the focus is back");
  assert.deepEqual(await simulator.log(), []);
});

/** A comparison that takes a while, with some requests sent. */
async function slow(of) {
  const { page, simulator } = of;
  await settings(of);
  await simulator.fault(undefined, { kind: "latency", ms: 300 });
  const seen = observe(page);
  await begin(page);
  await page.getByRole("progressbar").waitFor();
  await eventually("some requests are sent", async () => (await simulator.log()).length > 3);
  return seen;
}

/** What was under way has ended, long before the whole comparison would have. */
async function over(simulator, seen) {
  await eventually("nothing is under way", () => seen.underWay === 0);
  const { length } = await simulator.log();
  assert.ok(length < 20, `${length} requests`);
}

scenario("Stop ends it, with what was found so far, by the keyboard alone", async (of) => {
  const { page, guard, simulator } = of;
  guard.expectFailedRequest(404);
  const seen = await slow(of);
  assert.ok(await button(page, "Stop").evaluate((one) => one === document.activeElement), "the focus is on Stop");
  await page.keyboard.press("Enter");
  assert.match(await ended(page, /^Stopped after \d+ requests/), /so far\.$/);
  await over(simulator, seen);
  const { requests } = JSON.parse((await saved(page, "Save as JSON")).text);
  assert.equal(requests.stopped, true);
  assert.ok((await simulator.log()).length <= requests.sent);
  await button(page, COMPARE).waitFor();
});

for (const [what, title, leave] of [
  ["Locking", "Connect", (page) => button(page, "Lock now").click()],
  ["Forgetting the keys", "Connect", (page) => button(page, "Forget keys").click()],
  ["Leaving the page", "Activity", (page) => go(page, "/activity")],
]) {
  scenario(`${what} stops it`, async (of) => {
    of.guard.expectFailedRequest(404);
    const seen = await slow(of);
    await leave(of.page);
    await heading(of.page, title);
    await over(of.simulator, seen);
  });
}

scenario("in Korean", { locale: "ko-KR" }, async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(404);
  await page.goto("/settings");
  await page.getByLabel("액세스 키", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).fill(SECRET_KEY);
  await button(page, "연결").click();
  await heading(page, "설정");
  await simulator.fault("get-bucket-list", { kind: "drift", patch: { content: { regionCode: "KR" } } });
  await begin(page, { compare: KOREAN, question: "API 문서와 비교하시겠습니까?", start: "요청 전송" });
  await ended(page, /비교했습니다/);
  await page.getByText(/regionCode.*문서에 없는 필드/).waitFor();
  // The maintainers read English.
  assert.match((await saved(page, "Markdown으로 저장")).text, /^# Comparison with the API reference$/m);
});
