// A write is sent once, or not at all, and is never repeated by itself.

import assert from "node:assert/strict";
import { alert, arrive, heading, stage, table } from "./support/console.mjs";
import { submit } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const APPROVE = "export-file-approve";

/** Opens the first request that waits and its dialog for approval. */
async function openApproval(page) {
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  const link = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
  const file = await link.innerText();
  await link.click();
  await heading(page, file);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  return page.getByRole("dialog");
}

const posts = async (simulator) => (await simulator.log()).filter((entry) => entry.method === "POST");

scenario("a double click sends one request", async ({ page, simulator }) => {
  await simulator.fault(APPROVE, { kind: "latency", ms: 700 });
  const dialog = await openApproval(page);
  await submit(dialog).dblclick();
  await dialog.waitFor({ state: "detached" });
  assert.equal((await posts(simulator)).length, 1);
});

scenario("Enter and clicks while it is under way send one request", async ({ page, simulator }) => {
  await simulator.fault(APPROVE, { kind: "latency", ms: 700 });
  const dialog = await openApproval(page);
  await submit(dialog).focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal((await posts(simulator)).length, 1);
});

for (const [name, leave] of [
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["Cancel", (page, dialog) => dialog.getByRole("button", { name: "Cancel", exact: true }).click()],
]) {
  scenario(`${name} sends nothing`, async ({ page, simulator }) => {
    const dialog = await openApproval(page);
    await submit(dialog).waitFor();
    await leave(page, dialog);
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Approve", exact: true }).click();
    await submit(dialog).waitFor();
    assert.deepEqual(await posts(simulator), []);
  });
}

scenario("a rejection without a reason is not sent", async ({ page, simulator }) => {
  const dialog = await openApproval(page);
  await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await submit(dialog).click();
  await dialog.getByRole("textbox", { name: "Reason", exact: true }).fill("A reason");
  await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  assert.deepEqual(await posts(simulator), []);
});

scenario("a lost answer leaves the outcome unknown, and nothing is repeated", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(502);
  await simulator.fault(APPROVE, { kind: "close", when: "after" }, 1);
  const dialog = await openApproval(page);
  await simulator.clearLog();
  await submit(dialog).click();
  await dialog.getByText("Outcome unknown", { exact: true }).waitFor();
  assert.equal(await submit(dialog).count(), 0, "no second attempt is on offer");
  await eventually("the request is read again", async () => (await simulator.log()).some(({ method }) => method === "GET"));
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  // It did take effect, and the page shows so.
  await page.getByText("This request has already been reviewed.").waitFor();
  assert.equal((await posts(simulator)).length, 1);
});

scenario("a refused write says why and may be sent again", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(400);
  const body = JSON.stringify({ error: { errorCode: "130002", message: "Not waiting for review.", details: "" } });
  await simulator.fault(APPROVE, { kind: "answer", status: 400, contentType: "application/json", body }, 1);
  const dialog = await openApproval(page);
  await submit(dialog).click();
  const text = await (await alert(dialog)).innerText();
  for (const part of ["HTTP 400", "130002", "Not waiting for review."]) assert.ok(text.includes(part), text);
  assert.equal((await posts(simulator)).length, 1);
  await submit(dialog).click();
  await dialog.waitFor({ state: "detached" });
  assert.deepEqual((await posts(simulator)).map((entry) => entry.accepted), [false, true]);
});
