// All that the API can do is done from the pages, by hand: nothing here asks the service itself.

import assert from "node:assert/strict";
import { arrive, filterOf, heading, navigate, openTab, stage, table } from "./support/console.mjs";
import { PASSWORD, add, button, dialog, fill, fillBox, fillExport, fillImport, group, review, send } from "./support/forms.mjs";

const { scenario } = stage();

/** The operations that NAVER documents: 13 write, the others read. */
const OPERATIONS = [
  "get-data-box-frame-list",
  "get-data-box-frame-detail",
  "get-data-box-frame-infra-list",
  "modify-data-box-frame-admin-infra",
  "change-data-box-frame-nas-volume-size",
  "return-data-box-frame",
  "get-data-box-list",
  "get-data-box-infra-list",
  "get-data-box-summary-info",
  "get-hadoop-cluster-info",
  "get-linux-info",
  "get-tensor-flow-info",
  "create-data-box",
  "modify-data-box",
  "change-data-box-nas-volume-size",
  "set-block-external-network",
  "return-data-box",
  "get-target-nas-list",
  "apply-file-import",
  "get-import-apply-list",
  "get-import-apply-detail",
  "get-source-nas-list",
  "get-ssl-vpn-account-list",
  "apply-file-export",
  "get-export-apply-list",
  "get-export-apply-detail",
  "return-file-export-apply",
  "get-export-file-approve-list",
  "get-export-file-approve-detail",
  "export-file-approve",
  "export-file-reject",
  "get-bucket-list",
];

const FRAME = "clinical-cohort-frame";

/** Follows a link in a table's row; the new page is there. */
async function follow(page, name, row) {
  const link = (await table(page, name)).getByRole("row").filter(row).first().getByRole("rowheader").getByRole("link");
  const text = await link.innerText();
  await link.click();
  await heading(page, text);
}

/** Gives a volume of the page's infrastructure another size. */
async function resize(page, size) {
  await button(await table(page, "Infrastructure"), "Resize").first().click();
  await fill(dialog(page), { "New size (GB)": size });
  await send(page);
}

/** Gives back what the page is about. */
async function giveBack(page, label, name) {
  await button(page, label).click();
  await fill(dialog(page), { [`Type ${name} to confirm`]: name });
  await send(page);
}

scenario("all 32 operations are sent from the pages and accepted", async ({ page, guard, simulator }) => {
  // One of the boxes is closed to this user.
  guard.expectFailedRequest(403);
  const sent = new Set();
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/relay/")) sent.add(`${request.method()} ${pathname.slice("/relay".length)}${search}`);
  });
  /** The service takes one change at a time: the last one is done. */
  const settle = () => simulator.advance(600_000);

  await arrive(page, "/frames", "Frames");
  await follow(page, "Data Box Frames", { hasText: FRAME });
  await openTab(page, "Infrastructure");
  await resize(page, 2_100);
  await settle();

  await button(page, "Modify infrastructure").click();
  await heading(page, "Modify infrastructure");
  await add(page, "admin server", "Admin server 1", { "Spec code": 1001, "Account password": PASSWORD });
  await review(page);
  await send(page);
  await heading(page, FRAME);
  await settle();

  await button(page, "Create data box").click();
  await heading(page, "Create data box");
  await fillBox(page);
  await review(page);
  await send(page);
  await heading(page, FRAME);

  await follow(page, "Data boxes", { hasText: "BOX#1" });
  await openTab(page, "Infrastructure");
  for (const [kind, shown] of [["Hadoop", "Nodes"], ["Linux", "Mounts"], ["TensorFlow", "Connection links"]]) {
    await follow(page, "Infrastructure", { hasText: kind });
    await table(page, shown);
    await page.getByRole("link", { name: "Infrastructure", exact: true }).click();
    await heading(page, "BOX#1");
  }
  await button(page, "Allow external network").click();
  await fill(dialog(page), { "Type BOX#1 to confirm": "BOX#1" });
  await send(page);
  await settle();
  await resize(page, 1_300);
  await settle();

  await button(page, "Modify data box").click();
  await heading(page, "Modify data box");
  await group(page, "nasw381n2").getByRole("combobox", { name: "Action" }).selectOption({ label: "Return" });
  await fill(await review(page), { "Type BOX#1 to confirm": "BOX#1" });
  await send(page);
  await heading(page, "BOX#1");
  await settle();

  await navigate(page, "Imports", "Import requests");
  await button(page, "Request import").click();
  await heading(page, "Request import");
  await fillImport(page, ["everything.csv"]);
  await review(page);
  await send(page);
  await heading(page, "Import requests");
  await follow(page, "Import requests", { hasText: "everything.csv" });
  await page.getByRole("definition").first().waitFor();

  await navigate(page, "Exports", "Export requests");
  await button(page, "Request export").click();
  await heading(page, "Request export");
  await fillExport(page, [["everything.png", "a figure"]]);
  await review(page);
  await send(page);
  await heading(page, "Export requests");
  await follow(page, "Export requests", { hasText: "everything.png" });
  await button(page, "Cancel export request").click();
  await send(page);

  for (const [decision, reason] of [["Approve", {}], ["Reject", { Reason: "Rows of single patients" }]]) {
    await navigate(page, "Export review");
    await (await filterOf(page, "Status")).selectOption("Waiting for review");
    await follow(page, "Export review requests", { hasText: FRAME });
    await button(page, decision).click();
    await fill(dialog(page), reason);
    await send(page);
  }
  await navigate(page, "Buckets");
  await table(page, "Object Storage buckets");

  await navigate(page, "Frames");
  await follow(page, "Data Box Frames", { hasText: FRAME });
  await openTab(page, "Data boxes");
  await follow(page, "Data boxes", { hasText: "BOX#2" });
  await giveBack(page, "Return data box", "BOX#2");
  await page.getByRole("link", { name: FRAME, exact: true }).click();
  await heading(page, FRAME);
  await giveBack(page, "Return frame", FRAME);

  const log = await simulator.log();
  const accepted = log.filter(({ status, accepted, faults }) => status === 200 && accepted && faults.length === 0);
  const byThePage = accepted.filter(({ method, path }) => sent.has(`${method} ${path}`));
  assert.equal(byThePage.length, accepted.length, "what was accepted was sent by the page");
  assert.deepEqual([...new Set(byThePage.map(({ operation }) => operation))].sort(), OPERATIONS.toSorted());
  assert.equal(new Set(OPERATIONS).size, 32);
  // None of the changes was sent twice, and none was refused.
  const writes = log.filter(({ method }) => method === "POST").map(({ operation }) => operation);
  assert.deepEqual(writes.sort(), OPERATIONS.filter((name) => !name.startsWith("get-")).sort());
});
