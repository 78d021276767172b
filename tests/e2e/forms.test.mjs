// Forms: what is typed arrives, what is wrong is said at its field, and nothing typed is lost.

import assert from "node:assert/strict";
import { alert, arrive, connect, heading, navigate, stage, table } from "./support/console.mjs";
import { PASSWORD, add, bodies, button, choose, dialog, fill, fillBox, fillExport, fillImport, group, review, send, troubles, unfold } from "./support/forms.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const FRAME = "clinical-cohort-frame";

const focused = (what, locator) =>
  eventually(`the focus is on ${what}`, () => locator.evaluate((element) => element === document.activeElement));

scenario("a data box is created with a server of each kind", async ({ page, simulator }) => {
  await arrive(page, "/frames/83", FRAME);
  await button(page, "Create data box").click();
  await heading(page, "Create data box");
  await page.getByText("23 October 2025").waitFor();
  await fillBox(page);
  await fill(page, { "SSL VPN accounts": 3, "Memo (optional)": "분석용 <b>박스</b>" });
  const summary = page.getByRole("complementary", { name: "Summary" });
  await summary.getByText("2 new, 1,200 GB in total").waitFor();

  const shown = await review(page);
  const question = await shown.innerText();
  for (const part of ["Linux servers\n1 new", "NAS volumes\n2 new, 1,200 GB in total", "SSL VPN accounts\n3", "분석용 <b>박스</b>"]) {
    assert.ok(question.includes(part), `${part} in ${question}`);
  }
  assert.ok(!question.includes("POST"), "the request is folded");
  await unfold(shown);
  const text = await shown.innerText();
  assert.ok(text.includes("POST /api/v1/data-box/create-data-box"), text);
  assert.ok(!text.includes(PASSWORD), "passwords are hidden");
  await send(page);
  await heading(page, FRAME);
  const [body] = await bodies(simulator, "create-data-box");
  assert.deepEqual(body, {
    dataBoxFrameNo: "83",
    dataBoxInfo: {
      connectServerList: [{ prodSpecId: 4002, adminPassword: PASSWORD, userPassword1: PASSWORD, userPassword2: PASSWORD }],
      hadoopList: [
        { edgeNodeProdSpecId: 5001, masterNodeProdSpecId: 5101, workerNodeProdSpecId: 5201, workerNodeCount: 2, userPassword: PASSWORD },
      ],
      linuxServerList: [{ prodSpecId: 6001, userPassword: PASSWORD }],
      tensorFlowCpuServerList: [{ prodSpecId: 8001, userPassword: PASSWORD }],
      tensorFlowGpuServerList: [{ prodSpecId: 9001, userPassword: PASSWORD }],
      nasList: [{ count: 2, nasSize: 600 }],
      sslVpnCount: 3,
      memo: "분석용 <b>박스</b>",
    },
  });
  // The new box is there, and it is said that it changes.
  await (await table(page, "Data boxes")).getByText(/^(Requested|Creating)$/).first().waitFor();
});

scenario("each thing wrong with a new box is said at its field", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/boxes/new", "Create data box");
  const found = await troubles(page);
  for (const [label, text] of [
    ["Spec code, Connect server 1", "Required"],
    ["Administrator password, Connect server 1", "Required"],
    ["TensorFlow CPU servers", "TensorFlow CPU servers or TensorFlow GPU servers: at least one is required."],
  ]) {
    assert.ok(found.includes(`${label}: ${text}`), `${label}: ${text} in\n${found.join("\n")}`);
  }
  const server = group(page, "Connect server 1");
  await focused("the first field that is wrong", server.getByLabel("Spec code", { exact: true }));

  // A rule of each class: policy, range with steps, bound that depends on another field.
  await fill(server, { "Spec code": 4002, "Administrator password": "short", "Password of ncp1": "Abcdefg1&", "Password of ncp2": PASSWORD });
  await fill(group(page, "NAS volume group 1"), { "Size of each (GB)": 550 });
  await fill(page, { "SSL VPN accounts": 4 });
  const now = await (await alert(page)).getByRole("listitem").allInnerTexts();
  for (const part of ["8 to 14 characters.", "The character & is not allowed.", "500 to 10,000 in steps of 100.", "A whole number from 0 to 3."]) {
    assert.ok(now.some((line) => line.includes(part)), `${part} in\n${now.join("\n")}`);
  }
  const admin = server.getByLabel("Administrator password", { exact: true });
  assert.equal(await admin.getAttribute("aria-invalid"), "true");
  const described = (await admin.getAttribute("aria-describedby")).split(" ").map((id) => page.locator(`#${id}`).innerText());
  assert.match((await Promise.all(described)).join("\n"), /Needs a digit\./);

  // A link of the list leads to its field.
  await (await alert(page)).getByRole("link", { name: "SSL VPN accounts", exact: true }).click();
  await focused("SSL VPN accounts", page.getByLabel("SSL VPN accounts", { exact: true }));
  // More Connect servers allow more accounts: the complaint goes by itself.
  await button(page, "Add Connect server").click();
  await eventually("the bound follows", async () =>
    !(await (await alert(page)).innerText()).includes("A whole number from 0 to 3."),
  );
  assert.deepEqual(await bodies(simulator, "create-data-box"), []);
});

scenario("a password is made up, and is one the policy allows", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/modify", "Modify infrastructure");
  await add(page, "admin server", "Admin server 1", { "Spec code": 1001 });
  const row = group(page, "Admin server 1");
  await button(row, "Generate").click();
  const made = await row.getByLabel("Account password", { exact: true }).inputValue();
  assert.match(made, /^[!-~]{14}$/);
  assert.equal(await row.getByLabel("Account password", { exact: true }).getAttribute("type"), "text", "it can be read");
  await button(row, "Hide").click();
  assert.equal(await row.getByLabel("Account password", { exact: true }).getAttribute("type"), "password");
  await review(page);
  await send(page);
  const [body] = await bodies(simulator, "modify-data-box-frame-admin-infra");
  assert.deepEqual(body, { dataBoxFrameNo: 83, adminServerList: [{ actionType: "CREATE", prodSpecId: 1001, userPassword: made }] });
});

scenario("servers and volumes of a box are kept, changed, returned and added", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/boxes/381/modify", "Modify data box");
  assert.ok(await button(page, "Review and send").isDisabled(), "there is nothing to send yet");
  const act = (name, action) => group(page, name).getByRole("combobox", { name: "Action" }).selectOption({ label: action });
  await act("conn-83-381-1", "Change");
  const server = group(page, "conn-83-381-1");
  assert.equal(await server.getByLabel("Spec code", { exact: true }).inputValue(), "4002", "as it is now");
  await fill(server, { "Block storage (GB)": 700 });
  await act("hdpe-83-381-7", "Change");
  await fill(group(page, "hdpe-83-381-7"), { "Worker node spec code": 5202 });
  await act("svrlnx-83-381-3", "Return");
  await act("nasw381n2", "Return");
  await add(page, "NAS volumes", "NAS volume group 1", { Volumes: 1, "Size of each (GB)": 500 });
  const question = await review(page);
  // What is lost is named, and asks for the name.
  for (const name of ["svrlnx-83-381-3", "nasw381n2"]) {
    await question.getByRole("listitem").getByText(name, { exact: true }).waitFor();
  }
  assert.ok(await button(question, "Modify data box").isDisabled(), "not before the name was typed");
  await fill(question, { "Type BOX#1 to confirm": "BOX#1" });
  await send(page);
  await heading(page, "BOX#1");
  const [body] = await bodies(simulator, "modify-data-box");
  const { dataBoxInfo: info } = body;
  assert.deepEqual([body.dataBoxFrameNo, info.dataBoxNo], ["83", "381"]);
  const [connectServer] = info.connectServerList;
  assert.deepEqual([connectServer.actionType, connectServer.prodSpecId, connectServer.storageSize], ["UPDATE", 4002, 700]);
  assert.ok(connectServer.serverInstanceNo && connectServer.blockStorageInstanceNo, "which server, and which storage");
  assert.deepEqual(info.hadoopList.map((one) => [one.actionType, one.workerNodeProdSpecId]), [["UPDATE", 5202]]);
  assert.deepEqual(info.linuxServerList.map((one) => one.actionType), ["DELETE"]);
  assert.deepEqual(info.nasList.map((one) => one.actionType), ["DELETE", "CREATE"]);
});

scenario("an import is requested, one choice narrowing the next", async ({ page, simulator }) => {
  const names = ["코호트 2024 (최종).csv", "a+b&c=d%20/e.csv"];
  await arrive(page, "/imports", "Import requests");
  await button(page, "Request import").click();
  await heading(page, "Request import");
  await page.getByRole("combobox", { name: "Target NAS" }).getByRole("option", { name: "Choose first: Data box" }).waitFor({ state: "attached" });
  await fillImport(page, names);
  await review(page);
  await dialog(page).getByRole("definition").filter({ hasText: /^clinical-cohort-frame \(83\)$/ }).waitFor();
  await send(page);
  await heading(page, "Import requests");
  await page.getByRole("status").getByText(/^Requested: \d+, \d+$/).waitFor();
  const [body] = await bodies(simulator, "apply-file-import");
  assert.deepEqual(body.sourceFileInfoList, names.map((fileName) => ({ fileName })));
  assert.deepEqual([body.dataBoxFrameNo, body.dataBoxNo, body.sourceBucketName], [83, 381, "cohort-raw-data"]);
  // Followed until it is done, without a hand.
  const row = (await table(page, "Import requests")).getByRole("row").filter({ hasText: names[0] }).first();
  await row.getByText(/since \d/).waitFor();
  await simulator.advance(120_000);
  await row.getByText("Completed", { exact: true }).waitFor();
});

scenario("an export is requested and cancelled", async ({ page, guard, simulator }) => {
  // One of the boxes is closed to this user.
  guard.expectFailedRequest(403);
  await arrive(page, "/exports/new", "Request export");
  await fillExport(page, [["result.csv", "counts only"], ["그림 1.png", "a figure"]]);
  await review(page);
  await send(page);
  await heading(page, "Export requests");
  const [body] = await bodies(simulator, "apply-file-export");
  assert.deepEqual(body.sourceFileInfoList, [
    { fileName: "result.csv", description: "counts only" },
    { fileName: "그림 1.png", description: "a figure" },
  ]);
  assert.deepEqual([body.exportPurpose, body.targetBucketName], ["For the paper", "cohort-results"]);

  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "그림 1.png", exact: true }) }).first();
  await button(row, "Cancel export request").click();
  await send(page);
  const [cancelled] = await bodies(simulator, "return-file-export-apply");
  assert.equal(cancelled.dataBoxNo, 381);
  // What was decided can't be cancelled, and says so.
  await page.getByRole("combobox", { name: "Status", exact: true }).selectOption("COPY_CMPL");
  const decided = button(await table(page, "Export requests"), "Cancel export request").first();
  assert.ok(await decided.isDisabled());
  assert.match(await decided.getAttribute("title"), /already been reviewed/);
});

scenario("a choice that no longer fits is cleared, and it is said", async ({ page, simulator }) => {
  await arrive(page, "/imports/new?frame=83&box=381", "Request import");
  await choose(page, "Target NAS", "nasw381n1");
  await choose(page, "Frame", "public-statistics-frame");
  const box = page.getByRole("combobox", { name: "Data box", exact: true });
  await eventually("the box is cleared", async () => (await box.inputValue()) === "");
  await page.getByText(/^Cleared because .*: Data box$/).waitFor();
  await eventually("the volume too", async () => (await page.getByRole("combobox", { name: "Target NAS" }).inputValue()) === "");
  // Nothing is asked about a box that is not of the frame.
  const asked = (await simulator.log("get-target-nas-list")).map(({ path }) => new URL(path, "http://x").searchParams.get("dataBoxFrameNo"));
  assert.deepEqual([...new Set(asked)], ["83"]);
});

scenario("limits of files and memo are kept", async ({ page, simulator }) => {
  await arrive(page, "/imports/new?frame=83&box=381", "Request import");
  await fillImport(page, ["1", "2", "3", "4", "5"]);
  assert.equal(await button(page, "Add file").count(), 0, "five files are the most");
  await button(page, "Remove File 2").click();
  await button(page, "Add file").waitFor();
  await fill(page, { "Memo (optional)": "x".repeat(51) });
  assert.deepEqual(await troubles(page), ["Memo: 1 to 50 characters. 1 too many."]);
  await fill(page, { "Memo (optional)": "메".repeat(50) });
  await review(page);
  await send(page);
  const [body] = await bodies(simulator, "apply-file-import");
  assert.deepEqual(body.sourceFileInfoList.map(({ fileName }) => fileName), ["1", "3", "4", "5"]);
});

scenario("Enter sends the form to its question", async ({ page }) => {
  await arrive(page, "/imports/new?frame=83&box=381", "Request import");
  await fillImport(page);
  await group(page, "File 1").getByLabel("File name").press("Enter");
  await dialog(page).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  assert.equal(await group(page, "File 1").getByLabel("File name").inputValue(), "a.csv");
});

scenario("nothing typed is lost by a refusal, a language switch or lost keys", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(400);
  guard.expectFailedRequest(403);
  const error = JSON.stringify({ error: { errorCode: "130077", message: "Not now.", details: "later" } });
  await simulator.fault("apply-file-export", { kind: "answer", status: 400, contentType: "application/json", body: error }, 1);
  await arrive(page, "/exports/new", "Request export");
  await fillExport(page);
  await review(page);
  await button(dialog(page), "Request export").click();
  const refused = await (await alert(dialog(page))).innerText();
  for (const part of ["HTTP 400", "130077", "Not now."]) assert.ok(refused.includes(part), refused);
  await button(dialog(page), "Cancel").click();
  const purpose = page.getByLabel("Purpose", { exact: true });
  assert.equal(await purpose.inputValue(), "For the paper");

  // The way to Settings leads through the question whether to leave.
  await page.getByRole("navigation").getByRole("link", { name: "Settings", exact: true }).click();
  await button(dialog(page), "Stay").click();
  await heading(page, "Request export");
  assert.equal(await purpose.inputValue(), "For the paper");
  await review(page);
  await send(page);
  assert.equal((await bodies(simulator, "apply-file-export")).length, 2);
});

scenario("leaving a form with unsaved input asks, whichever way it is left", async ({ page, guard }) => {
  guard.expectFailedRequest(403);
  await arrive(page, "/exports", "Export requests");
  await button(page, "Request export").click();
  await heading(page, "Request export");
  // Nothing typed: nothing to ask.
  await page.goBack();
  await heading(page, "Export requests");
  await button(page, "Request export").click();
  await fill(page, { Purpose: "half" });
  await page.goBack();
  await dialog(page).getByText("Leave this form?").waitFor();
  await button(dialog(page), "Stay").click();
  await heading(page, "Request export");
  assert.equal(new URL(page.url()).pathname, "/exports/new");
  assert.equal(await page.getByLabel("Purpose", { exact: true }).inputValue(), "half");
  await button(page, "Discard").click();
  await button(dialog(page), "Leave").click();
  await heading(page, "Export requests");
  await button(page, "Request export").click();
  assert.equal(await page.getByLabel("Purpose", { exact: true }).inputValue(), "", "it begins empty");
  await fill(page, { Purpose: "again" });
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  assert.equal((await asked).type(), "beforeunload");
  await (await asked).dismiss();
  await closing;
});

scenario("a body is edited as JSON, and refused with the line if it can't be sent", async ({ page, guard, simulator }) => {
  await arrive(page, "/frames/83/boxes/new", "Create data box");
  await fillBox(page);
  const shown = await review(page);
  await unfold(shown);
  await button(shown, "Edit as JSON").click();
  const editor = shown.getByRole("textbox", { name: "JSON body" });
  const text = await editor.inputValue();
  assert.ok(!text.includes(PASSWORD), "passwords stay hidden");
  const problem = async (body, pattern) => {
    await editor.fill(body);
    await eventually(`it says ${pattern}`, async () => pattern.test(await shown.innerText()));
    await button(shown, "Create data box").click();
    assert.deepEqual(await bodies(simulator, "create-data-box"), [], "it is not sent");
  };
  await problem(text.replace('"83",', '"83"'), /Line 3, column \d+: This is not valid JSON\./);
  await problem(text.replace(/"nasList": \[[^\]]*\],/, ""), /Line \d+, column \d+: dataBoxInfo\.nasList is required\./);
  guard.expectFailedRequest(400);
  await editor.fill(text.replace('"prodSpecId": 6001', '"prodSpecId": 6001,\n"serverName": "분석-1"'));
  await button(shown, "Create data box").click();
  // The simulator knows no such field and says so: it did arrive, with the passwords put back.
  await eventually("it was sent", async () => (await bodies(simulator, "create-data-box")).length === 1);
  const [body] = await bodies(simulator, "create-data-box");
  assert.equal(body.dataBoxInfo.linuxServerList[0].serverName, "분석-1");
  assert.equal(body.dataBoxInfo.linuxServerList[0].userPassword, PASSWORD);
});

scenario("a lost answer to a form leaves the outcome unknown", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(502);
  await simulator.fault("apply-file-import", { kind: "close", when: "after" }, 1);
  await arrive(page, "/imports/new?frame=83&box=381", "Request import");
  await fillImport(page);
  await review(page);
  await button(dialog(page), "Request import").click();
  await dialog(page).getByText("Outcome unknown", { exact: true }).waitFor();
  assert.equal(await button(dialog(page), "Request import").count(), 0);
  assert.equal((await bodies(simulator, "apply-file-import")).length, 1);
  await button(dialog(page), "Close").click();
  assert.equal(await group(page, "File 1").getByLabel("File name").inputValue(), "a.csv", "what was typed is there");
});

scenario("a filter by date is sent to the service", async ({ page, simulator }) => {
  await arrive(page, "/imports?from=2026-01-01", "Import requests");
  await table(page, "Import requests");
  assert.ok((await simulator.log("get-import-apply-list")).every((entry) => entry.path.includes("applyStartDate=20260101000000")));
  await simulator.clearLog();
  await page.getByLabel("to", { exact: true }).fill("2026-06-30");
  await page.getByLabel("to", { exact: true }).blur();
  await eventually("the end is sent", async () =>
    (await simulator.log("get-import-apply-list")).some((entry) => entry.path.includes("applyEndDate=20260630235959")),
  );
  await page.waitForURL((url) => url.searchParams.get("to") === "2026-06-30");
});
