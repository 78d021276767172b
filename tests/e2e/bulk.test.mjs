// Decisions on several requests: all that match are selected, read, looked through and sent.

import assert from "node:assert/strict";
import { scan } from "./support/axe.mjs";
import { arrive, filterOf, navigate, stage, table } from "./support/console.mjs";
import { button, choose, dialog, fill } from "./support/forms.mjs";

const { scenario } = stage();
const WAITING = "/reviews?status=REQ_CMPL";
const LIST = "Export review requests";

const selection = (page, name = "Selection") => page.getByRole("group", { name, exact: true });
const all = (page) => selection(page).getByRole("button", { name: /^Select all matching \(\d+\)$/ });

/** How many the button would select. */
async function matching(page) {
  return Number((await all(page).innerText()).match(/\d+/)[0]);
}

async function openWaiting(page) {
  await arrive(page, WAITING, "Export review");
  return table(page, LIST);
}

scenario("all that match are selected; what the filters hide is named; the selection is cleared", async ({ page }) => {
  const found = await openWaiting(page);
  const count = await matching(page);
  assert.ok(count >= 2);
  await all(page).click();
  await selection(page).getByText(`${count} selected`, { exact: true }).waitFor();
  assert.equal(await found.getByRole("checkbox", { checked: true }).count(), count);
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("nothing has this");
  await selection(page).getByText(`${count} selected requests are hidden by the filters.`).waitFor();
  await button(selection(page), "Clear selection").click();
  await selection(page).getByText(/selected requests? (is|are) hidden/).waitFor({ state: "detached" });
  await button(page, "Clear filters").click();
  await found.getByRole("checkbox").first().waitFor();
  assert.equal(await found.getByRole("checkbox", { checked: true }).count(), 0);
});

scenario("each is shown with purpose and description, and can be taken out", async ({ page, simulator }) => {
  await openWaiting(page);
  await page.getByRole("checkbox").nth(0).check();
  await page.getByRole("checkbox").nth(1).check();
  await page.getByRole("checkbox").nth(2).check();
  await simulator.clearLog();
  await button(page, "Reject selected").click();
  await button(dialog(page), "Reject 3 requests").waitFor();
  const read = await simulator.log("get-export-file-approve-detail");
  assert.equal(read.length, 3, "each was read");
  const items = dialog(page).getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  assert.equal(await items.count(), 3);
  for (const item of await items.all()) {
    for (const term of ["Purpose", "Description"]) await item.getByText(term, { exact: true }).waitFor();
  }
  await items.nth(1).getByRole("checkbox").uncheck();
  await items.nth(1).getByText("Not sent: taken out.").waitFor();
  await fill(dialog(page), { Reason: "Names in column 3" });
  await button(dialog(page), "Save this reason").click();
  await dialog(page).getByText("Saved in this browser only.").waitFor();
  await button(dialog(page), "Reject 2 requests").click();
  await dialog(page).getByText("2 of 2 took effect.").waitFor();
  assert.equal((await simulator.log("export-file-reject")).length, 2);
  await button(dialog(page), "Close").click();

  // The saved reason is offered for the next one, also alone.
  await page.getByRole("table", { name: LIST, exact: true }).getByRole("rowheader").getByRole("link").nth(0).click();
  await button(page, "Reject").click();
  await choose(dialog(page), "Saved reasons", "Names in column 3");
  assert.equal(await dialog(page).getByRole("textbox", { name: "Reason", exact: true }).inputValue(), "Names in column 3");
});

scenario("what cannot be read is said and not sent", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(403);
  await openWaiting(page);
  await page.getByRole("checkbox").nth(0).check();
  await page.getByRole("checkbox").nth(1).check();
  const body = JSON.stringify({ error: { errorCode: "3001", message: "Not you.", details: "" } });
  await simulator.fault("get-export-file-approve-detail", { kind: "answer", status: 403, contentType: "application/json", body }, 1);
  await button(page, "Approve selected").click();
  await dialog(page).getByText("1 request can't be decided here:").waitFor();
  await button(dialog(page), "Approve").click();
  await dialog(page).getByText("1 of 1 took effect.").waitFor();
  assert.equal((await simulator.log("export-file-approve")).length, 1);
});

for (const [width, height] of [[1440, 900], [390, 844]]) {
  scenario(`the buttons of a selection stay in view at ${width}`, { viewport: { width, height } }, async ({ page }) => {
    const found = await openWaiting(page);
    await all(page).click();
    await found.getByRole("row").last().scrollIntoViewIfNeeded();
    for (const name of ["Clear selection", "Approve selected", "Reject selected"]) {
      const box = await button(selection(page), name).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= height, `${name} is at ${box.y}`);
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} is at ${box.x}`);
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is not wider than the window");
  });
}

for (const colorScheme of ["light", "dark"]) {
  scenario(`axe finds nothing, ${colorScheme}`, { colorScheme }, async ({ page }) => {
    const look = async (where) => assert.deepEqual(await scan(page, where), []);
    await openWaiting(page);
    await all(page).click();
    await look("a selection");
    await button(page, "Views").click();
    await look("the menu of views");
    await page.getByRole("menuitem", { name: "Save and manage views…", exact: true }).click();
    await fill(dialog(page), { "Name of the current view": "Waiting" });
    await button(dialog(page), "Save view").click();
    await dialog(page).getByRole("checkbox", { name: "Open the table with Waiting", exact: true }).check();
    await look("the views");
    await button(dialog(page), "Close").click();
    await button(selection(page), "Clear selection").click();
    await page.getByRole("checkbox").nth(0).check();
    await page.getByRole("checkbox").nth(1).check();
    await button(page, "Reject selected").click();
    await button(dialog(page), "Reject 2 requests").waitFor();
    await fill(dialog(page), { Reason: "x" });
    await button(dialog(page), "Save this reason").click();
    await dialog(page).getByRole("combobox", { name: "Saved reasons", exact: true }).waitFor();
    await look("the decision");
    await button(dialog(page), "Cancel").click();
    await navigate(page, "Activity");
    await page.getByRole("table", { name: "Requests", exact: true }).waitFor();
    await look("Activity");
  });
}

scenario("a view opens the table, and is shown from the menu; in Korean too", async ({ page }) => {
  await openWaiting(page);
  await button(page, "Views").click();
  await page.getByRole("menuitem", { name: "Save and manage views…", exact: true }).click();
  await fill(dialog(page), { "Name of the current view": "대기" });
  await button(dialog(page), "Save view").click();
  await dialog(page).getByRole("checkbox", { name: "Open the table with 대기", exact: true }).check();
  await button(dialog(page), "Close").click();
  await navigate(page, "Buckets");
  await navigate(page, "Export review");
  await page.waitForURL(/\/reviews\?status=REQ_CMPL$/);
  await filterOf(page, "Status");
  await button(page, "Clear filters").click();
  await page.waitForURL(/\/reviews\?view=all$/);
  await table(page, "Export review requests");
  await button(page, "Views").click();
  await page.getByRole("menuitem", { name: /^대기/ }).click();
  await page.waitForURL(/\/reviews\?status=REQ_CMPL$/);

  await navigate(page, "Settings");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("ko");
  await navigate(page, "반출 심사");
  await table(page, "반출 심사 대상");
  await button(page, "보기").click();
  await page.getByRole("menuitem", { name: /^대기/ }).waitFor();
  await page.keyboard.press("Escape");
  await selection(page, "선택").getByRole("button", { name: /^조건에 맞는 항목 모두 선택\(\d+\)$/ }).click();
  await button(selection(page, "선택"), "선택 해제").click();
});
