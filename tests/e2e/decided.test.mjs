// After a decision: what is announced, what is kept in this tab, and what a password's rules cover.

import assert from "node:assert/strict";
import { arrive, filterOf, connect, heading, navigate, stage, table } from "./support/console.mjs";
import { button, dialog, fill, group, submit } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const WAITING = "/reviews?status=REQ_CMPL";
const REASON = "Names in column 3";

/** Opens the first request that waits; its file. */
async function openWaiting(page, name = "Export review requests") {
  const link = (await table(page, name)).getByRole("rowheader").first().getByRole("link");
  const file = await link.innerText();
  await link.click();
  await heading(page, file);
  return file;
}

scenario("a reason can be seen after a reload, until the keys are forgotten", async ({ page }) => {
  await arrive(page, WAITING, "Export review");
  const file = await openWaiting(page);
  await button(page, "Reject").click();
  await fill(dialog(page), { Reason: REASON });
  await button(dialog(page), "Reject").click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("status").getByText(`${file}: rejected`, { exact: true }).waitFor();
  // The next one is there.
  await page.goBack();
  await heading(page, file);
  const seen = async () => {
    await page.getByRole("heading", { name: /^Reason, rejected in this tab at/ }).waitFor();
    await page.getByText(REASON, { exact: true }).waitFor();
  };
  await seen();

  await page.reload();
  await connect(page);
  await heading(page, file);
  await seen();
  await navigate(page, "Activity");
  const changes = page.getByRole("table", { name: "Changes", exact: true });
  const row = changes.getByRole("row").filter({ hasText: REASON });
  await row.getByRole("rowheader", { name: file, exact: true }).waitFor();
  await row.getByText("Done", { exact: true }).waitFor();
  assert.equal(await changes.getByRole("row").count(), 2, "one change, and the headings");

  await navigate(page, "Settings");
  await button(page, "Forget keys").click();
  await connect(page);
  await navigate(page, "Activity");
  await page.getByText("No changes yet.").waitFor();
});

scenario("in Korean too", async ({ page }) => {
  await arrive(page, "/settings", "Settings");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("ko");
  await navigate(page, "반출 심사");
  await (await filterOf(page, "상태")).selectOption("REQ_CMPL");
  const ticks = (await table(page, "반출 심사 대상")).getByRole("checkbox");
  for (const index of [0, 1]) await ticks.nth(index).check();
  await button(page, "선택 항목 승인").click();
  await button(dialog(page), "신청 2건 승인").waitFor();
  await button(dialog(page), "취소").click();
  const file = await openWaiting(page, "반출 심사 대상");
  await button(page, "승인").click();
  await button(dialog(page), "승인").click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByRole("status").getByText(`${file}: 승인됨`, { exact: true }).waitFor();
  await navigate(page, "활동");
  const change = page.getByRole("table", { name: "변경 내역", exact: true }).getByRole("row").filter({ hasText: file });
  await change.waitFor();
  assert.equal(await change.getByRole("cell").count(), 5);
  // On a phone a field without a value is no line of a card.
  await page.setViewportSize({ width: 390, height: 844 });
  await eventually("there is no reason", async () => (await change.getByRole("cell").count()) === 4);
});

scenario("a notice is closed by keyboard, and the focus stays in the page", async ({ page }) => {
  await arrive(page, WAITING, "Export review");
  const file = await openWaiting(page);
  await button(page, "Approve").click();
  await submit(dialog(page)).click();
  await dialog(page).waitFor({ state: "detached" });
  const notice = page.getByRole("status").getByText(`${file}: approved`, { exact: true });
  await notice.waitFor();
  await button(page.getByRole("status"), "Close").focus();
  await page.keyboard.press("Enter");
  await notice.waitFor({ state: "detached" });
  await eventually("the page has the focus", () => page.evaluate(() => document.activeElement?.localName === "main"));
});

scenario("cleared filters leave the focus at the search", async ({ page }) => {
  await arrive(page, `${WAITING}&q=csv`, "Export review");
  await table(page, "Export review requests");
  await filterOf(page, "Status");
  await button(page, "Clear filters").focus();
  await page.keyboard.press("Enter");
  const search = page.getByRole("searchbox", { name: "Search", exact: true });
  await eventually("the search has the focus", () => search.evaluate((element) => element === document.activeElement));
});

for (const width of [1440, 390]) {
  scenario(`the rules of a password cover nothing at ${width}`, { viewport: { width, height: 900 } }, async ({ page }) => {
    await arrive(page, "/frames/83/boxes/new", "Create data box");
    const server = group(page, "Connect server 1");
    await server.getByLabel("Administrator password", { exact: true }).focus();
    const rules = server.getByRole("listitem").filter({ hasText: "8 to 14 characters" });
    await rules.first().waitFor();
    const below = await server.getByText("Password of ncp1", { exact: true }).boundingBox();
    const covered = await server.getByRole("listitem").evaluateAll(
      (items, { x, y, width, height }) =>
        items.filter((item) => {
          const box = item.getBoundingClientRect();
          return box.left < x + width && x < box.right && box.top < y + height && y < box.bottom;
        }).length,
      below,
    );
    assert.equal(covered, 0);
    // They stay: nothing moves while somebody presses what is below.
    await server.getByLabel("Password of ncp1", { exact: true }).focus();
    assert.ok((await rules.count()) > 1);
  });
}
