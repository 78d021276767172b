// Whether a reviewer can believe what is shown: the clock, the network, and what became of a decision.

import assert from "node:assert/strict";
import { arrive, heading, navigate, stage, table } from "./support/console.mjs";
import { button, dialog } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const APPROVE = "export-file-approve";
const CHANGED = "It has changed since it was shown to you. Nothing was sent.";
const posts = async (simulator) => (await simulator.log()).filter((entry) => entry.method === "POST");

/** Opens the first request that waits, and the dialog of its approval. */
async function openApproval(page) {
  const link = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
  const file = await link.innerText();
  await link.click();
  await heading(page, file);
  await button(page, "Approve").click();
  await button(dialog(page), "Approve").waitFor();
}

const WAITING = "/reviews?status=REQ_CMPL";

for (const [name, offsetMs, off] of [
  ["slow", 600_000, /clock is (10 min( \d s)?|9 min 59 s) slow/],
  ["fast", -7_200_000, /clock is (2 h( \d s)?|1 h 59 min 59 s) fast/],
]) {
  scenario(`a clock that is ${name} is corrected, and said to be`, async ({ page, guard, simulator }) => {
    guard.expectFailedRequest(401);
    await simulator.fault(undefined, { kind: "clock", offsetMs });
    await arrive(page, WAITING, "Export review");
    await openApproval(page);
    await button(dialog(page), "Approve").click();
    await dialog(page).waitFor({ state: "detached" });
    // Only the first request was signed for another time.
    assert.equal((await simulator.log()).filter((entry) => entry.status === 401).length, 1);
    await navigate(page, "Settings");
    await page.getByText(off).waitFor();
  });
}

scenario("a lost answer is compared: it took effect, and is not offered again", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(502);
  await simulator.fault(APPROVE, { kind: "close", when: "after" }, 1);
  await arrive(page, WAITING, "Export review");
  await openApproval(page);
  await button(dialog(page), "Approve").click();
  await dialog(page).getByText("Changes compared with the state before sending:").waitFor();
  await dialog(page).getByText(/^(Reviewed|Status): .* → /).first().waitFor();
  assert.equal(await button(dialog(page), "Send again…").count(), 0);
  assert.equal((await posts(simulator)).length, 1);
});

scenario("a lost request is compared: nothing changed, and it is confirmed again", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(502);
  await simulator.fault(APPROVE, { kind: "close", when: "before" }, 1);
  await arrive(page, WAITING, "Export review");
  await openApproval(page);
  await button(dialog(page), "Approve").click();
  await button(dialog(page), "Send again…").click();
  await button(dialog(page), "Approve").waitFor();
  assert.equal((await posts(simulator)).length, 1, "it is confirmed first");
  await button(dialog(page), "Approve").click();
  await dialog(page).waitFor({ state: "detached" });
  assert.deepEqual((await posts(simulator)).map((entry) => entry.accepted), [false, true]);
});

scenario("a request that somebody else decided meanwhile is not decided again", async ({ page, simulator }) => {
  await arrive(page, WAITING, "Export review");
  await openApproval(page);
  const other = await page.context().newPage();
  await arrive(other, WAITING, "Export review");
  await openApproval(other);
  await button(dialog(other), "Approve").click();
  await dialog(other).waitFor({ state: "detached" });
  await other.close();

  await button(dialog(page), "Approve").click();
  await dialog(page).getByText(CHANGED).waitFor();
  assert.equal((await posts(simulator)).length, 1);
  await button(dialog(page), "Close").click();
  await page.getByText("This request has already been reviewed.").waitFor();
});

scenario("several are decided together, each with its outcome", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(400);
  await arrive(page, WAITING, "Export review");
  const ticks = (await table(page, "Export review requests")).getByRole("checkbox");
  for (const index of [0, 1, 2]) await ticks.nth(index).check();
  await button(page, "Reject selected").click();
  const body = JSON.stringify({ error: { errorCode: "130002", message: "Not now.", details: "" } });
  await simulator.fault("export-file-reject", { kind: "answer", status: 400, contentType: "application/json", body }, 1);
  await dialog(page).getByRole("textbox", { name: "Reason", exact: true }).fill("Names in column 3");
  await button(dialog(page), "Reject 3 requests").click();
  await dialog(page).getByText("2 of 3 took effect.").waitFor();
  await dialog(page).getByRole("listitem").first().getByText("Not now.").waitFor();
  await button(dialog(page), "Try 1 again").click();
  await dialog(page).getByText("3 of 3 took effect.").waitFor();
  assert.deepEqual((await posts(simulator)).map((entry) => entry.accepted), [false, true, true, true]);
  await button(dialog(page), "Close").click();
  await dialog(page).waitFor({ state: "detached" });
});

scenario("closing the page while a decision is sent is asked about", async ({ page, simulator }) => {
  await simulator.fault(APPROVE, { kind: "latency", ms: 3_000 });
  await arrive(page, WAITING, "Export review");
  await openApproval(page);
  await button(dialog(page), "Approve").click();
  await button(dialog(page), "Sending…").waitFor();
  const [asked] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
  assert.equal(asked.type(), "beforeunload");
  await asked.dismiss();
  await dialog(page).waitFor({ state: "detached" });
  assert.equal((await posts(simulator)).length, 1);
});

scenario("without a network a line says so, and what is shown is read when it is back", async ({ page, simulator }) => {
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  await page.context().setOffline(true);
  await page.getByRole("status").getByText("This computer is offline").waitFor();
  await simulator.clearLog();
  await page.context().setOffline(false);
  await page.getByText("This computer is offline").waitFor({ state: "detached" });
  await eventually("it is read", async () => (await simulator.log("get-data-box-frame-list")).length > 0);
});
