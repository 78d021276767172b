import assert from "node:assert/strict";
import { arrive, filterOf, connect, heading, open, rowNames, stage, table } from "./support/console.mjs";
import { submit } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const LIST = "Export review requests";
const WAITING = "Waiting for review";

const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
const list = (page) => table(page, LIST);
const statusFilter = (page) => filterOf(page, "Status");
const search = (page) => page.getByRole("searchbox", { name: "Search", exact: true });

/** Opens the first request that waits; its name and its numbers. */
async function openWaiting(page) {
  await (await statusFilter(page)).selectOption(WAITING);
  const link = (await list(page)).getByRole("rowheader").first().getByRole("link");
  const file = await link.innerText();
  await link.click();
  await heading(page, file);
  const [, frameNo, dataBoxNo, exportApplyId] = new URL(page.url()).pathname.split("/").slice(1);
  return { file, frameNo, dataBoxNo, exportApplyId };
}

scenario("the requests of all frames, waiting ones first", async ({ page, simulator }) => {
  await arrive(page, "/reviews?view=all", "Export review");
  const reviews = await list(page);
  const states = await eventually("the requests of all frames", async () => {
    const texts = await (await list(page)).getByRole("row").allInnerTexts();
    return texts.length > 40 && texts.slice(1);
  });
  const waiting = states.filter((text) => text.includes(WAITING)).length;
  assert.ok(waiting > 30, `${waiting} wait`);
  assert.ok(states.slice(0, waiting).every((text) => text.includes(WAITING)), "they come first");
  assert.ok(states.length <= 100, "at most 100 rows on a page");
  const frames = new Set((await simulator.log("get-export-file-approve-list")).map((entry) => entry.path.match(/[fF]rameNo=(\d+)/)?.[1]));
  assert.equal(frames.size, 3, "one list for each frame");
  await reviews.waitFor();
});

scenario("filters are in the URL and survive a reload", async ({ page }) => {
  await arrive(page, "/reviews?view=all", "Export review");
  const everything = (await rowNames(await list(page))).length;
  await (await statusFilter(page)).selectOption(WAITING);
  await eventually("the status is in the URL", () => query(page).status === "REQ_CMPL");
  const waiting = await rowNames(await list(page));
  assert.ok(waiting.length > 0 && waiting.length < everything);

  const word = waiting[0];
  await search(page).fill(word);
  await eventually("the text is in the URL", () => query(page).q === word);
  const found = await rowNames(await list(page));
  assert.ok(found.length > 0 && found.every((name) => name === word), found.join());

  await page.reload();
  await heading(page, "Connect");
  await connect(page);
  await heading(page, "Export review");
  assert.deepEqual(query(page), { status: "REQ_CMPL", q: word });
  await eventually("the same rows", async () => (await rowNames(await list(page))).join() === found.join());
  assert.equal(await search(page).inputValue(), word);
  assert.equal(await (await statusFilter(page)).inputValue(), "REQ_CMPL");

  await search(page).fill("nothing has this name");
  await page.getByText("No items match the filters.").waitFor();
  await page.getByRole("button", { name: "Clear filters", exact: true }).click();
  await eventually("no filter is left", async () => (await rowNames(await list(page))).length === everything);
  await eventually("no filter is in the URL", () => Object.keys(query(page)).join() === "view");
});

/** Presses the button that sends and gives the sentence of the service. */
async function send(page, dialog) {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await submit(dialog).click();
  const { returnMessage } = JSON.parse(await (await answered).text());
  await dialog.waitFor({ state: "detached" });
  return returnMessage;
}

/** The body of the one POST that was sent, about this request. */
async function onlyPost(simulator, operation, { frameNo, dataBoxNo, exportApplyId }) {
  const posts = (await simulator.log()).filter((entry) => entry.method === "POST");
  assert.deepEqual(posts.map((entry) => [entry.operation, entry.accepted]), [[operation, true]]);
  const { dataBoxFrameNo, dataBoxNo: box, exportApplyId: id, ...rest } = JSON.parse(posts[0].body);
  assert.deepEqual([dataBoxFrameNo, box, id].map(String), [frameNo, dataBoxNo, exportApplyId]);
  return rest;
}

/** The request's row in the list, found by its number. */
async function row(page, { exportApplyId, frameNo, dataBoxNo }) {
  await page.getByRole("navigation").getByRole("link", { name: "Export review", exact: true }).click();
  await heading(page, "Export review");
  await search(page).fill(exportApplyId);
  const path = `/reviews/${frameNo}/${dataBoxNo}/${exportApplyId}`;
  const link = page.locator(`[href="${path}"], [href^="${path}?"]`);
  return (await list(page)).getByRole("row").filter({ has: link });
}

scenario("approve one", async ({ page, simulator }) => {
  await arrive(page, "/reviews?view=all", "Export review");
  const request = await openWaiting(page);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(request.file).first().waitFor();
  const message = await send(page, dialog);
  assert.ok(message, "the service says something");
  await page.getByRole("status").getByText(message, { exact: true }).waitFor();
  assert.deepEqual(await onlyPost(simulator, "export-file-approve", request), {});

  const shown = await row(page, request);
  await shown.getByText(WAITING).waitFor({ state: "detached" });
  await simulator.advance(60_000);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await shown.getByText("Approved and copied").waitFor();
});

scenario("reject one with a reason", async ({ page, simulator }) => {
  const reason = "고객 이름 & 100% + \"주소\"\nremove column 3";
  await arrive(page, "/reviews?view=all", "Export review");
  const request = await openWaiting(page);
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Reason", exact: true }).fill(reason);
  const message = await send(page, dialog);
  assert.ok(message, "the service says something");
  await page.getByRole("status").getByText(message, { exact: true }).waitFor();
  assert.deepEqual(await onlyPost(simulator, "export-file-reject", request), { rejectReason: reason });

  const shown = await row(page, request);
  await shown.getByText(/reject/i).first().waitFor();
});

scenario("a decided request cannot be decided again, and says why", async ({ page }) => {
  await arrive(page, "/reviews?status=COPY_CMPL", "Export review");
  await (await list(page)).getByRole("rowheader").first().getByRole("link").click();
  const approve = page.getByRole("button", { name: "Approve", exact: true });
  await page.getByText("This request has already been reviewed.").waitFor();
  assert.ok(await approve.isDisabled());
  assert.ok(await page.getByRole("button", { name: "Reject", exact: true }).isDisabled());
});
