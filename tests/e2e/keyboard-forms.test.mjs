// Forms and dialogs without a mouse, and every page walked through.

import assert from "node:assert/strict";
import { arrive, go, heading, stage, table } from "./support/console.mjs";
import { PASSWORD, bodies, button, dialog, group, submit } from "./support/forms.mjs";
import { everyStop, focused, pick, type, use, walk } from "./support/keyboard.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
const FRAME = "clinical-cohort-frame";
const title = (page) => page.getByRole("heading", { level: 1 });

/** Confirms the question that is open. */
async function confirm(page) {
  await dialog(page).waitFor();
  await walk(page, "Tab", submit(dialog(page)));
  await page.keyboard.press("Enter");
  await dialog(page).waitFor({ state: "detached" });
}

scenario("a data box is created", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/boxes", FRAME);
  await table(page, "Data boxes");
  await use(page, "button", "Create data box");
  await heading(page, "Create data box");
  await focused("the heading of the form", title(page));

  const server = group(page, "Connect server 1");
  await type(page, "Spec code", "4002", server);
  await type(page, "Administrator password", PASSWORD, server);
  await type(page, "Password of ncp1", PASSWORD, server);
  // Made up instead of typed, and shown, so that it can be written down.
  const last = server.getByLabel("Password of ncp2", { exact: true });
  await walk(page, "Tab", last);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await focused("Generate", button(server, "Generate").last());
  await page.keyboard.press("Space");
  await eventually("there is one", async () => (await last.inputValue()).length === 14);
  assert.equal(await last.getAttribute("type"), "text");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  assert.equal(await last.getAttribute("type"), "password");

  const add = button(page, "Add TensorFlow CPU server");
  await use(page, "button", "Add TensorFlow CPU server");
  const first = group(page, "TensorFlow CPU server 1");
  await focused("the first field of the new row", first.getByLabel("Spec code", { exact: true }));
  await page.keyboard.type("8001");
  await type(page, "Account password", PASSWORD, first);
  await use(page, "button", "Add TensorFlow CPU server");
  await focused("the second row", group(page, "TensorFlow CPU server 2").getByLabel("Spec code", { exact: true }));
  await use(page, "button", "Remove TensorFlow CPU server 2");
  await focused("the button that adds, as what had it is gone", add);

  const volumes = group(page, "NAS volume group 1");
  await type(page, "Volumes", "2", volumes);
  await type(page, "Size of each (GB)", "700", volumes);
  // Wrong, so that the way to what is wrong is walked too.
  await type(page, "SSL VPN accounts", "9");
  await page.keyboard.press("Enter");
  await focused("what is wrong", page.getByLabel("SSL VPN accounts", { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await confirm(page);
  await heading(page, FRAME);
  await focused("the heading of the frame", title(page));
  const [{ dataBoxInfo: info }] = await bodies(simulator, "create-data-box");
  assert.deepEqual([info.nasList, info.sslVpnCount], [[{ count: 2, nasSize: 700 }], 3]);
  assert.deepEqual(info.tensorFlowCpuServerList, [{ prodSpecId: 8001, userPassword: PASSWORD }]);
  assert.notEqual(info.connectServerList[0].userPassword2, PASSWORD);
});

scenario("servers and volumes are changed and returned", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/boxes/381/infrastructure", "BOX#1");
  await table(page, "Infrastructure");
  await use(page, "button", "Modify data box");
  await heading(page, "Modify data box");
  const server = group(page, "conn-83-381-1");
  await server.waitFor();
  await pick(page, "Action", "Change", server);
  await type(page, "Block storage (GB)", "800", server);
  await pick(page, "Action", "Return", group(page, "nasw381n2"));
  await use(page, "button", "Review and send");
  await type(page, "Type BOX#1 to confirm", "BOX#1", dialog(page));
  await confirm(page);
  await heading(page, "BOX#1");
  const [{ dataBoxInfo: info }] = await bodies(simulator, "modify-data-box");
  assert.deepEqual([info.connectServerList[0].actionType, info.connectServerList[0].storageSize], ["UPDATE", 800]);
  assert.deepEqual(info.nasList.map((one) => one.actionType), ["DELETE"]);
});

scenario("an import is requested, with its body edited", async ({ page, simulator }) => {
  await arrive(page, "/imports", "Import requests");
  await use(page, "button", "Request import");
  await heading(page, "Request import");
  for (const label of ["Frame", "Data box", "Target NAS", "Source bucket"]) await pick(page, label);
  await type(page, "File name", "a.csv", group(page, "File 1"));
  await use(page, "button", "Add file");
  await focused("the new file", group(page, "File 2").getByLabel("File name", { exact: true }));
  await page.keyboard.type("b.csv");
  await use(page, "button", "Review and send");
  await dialog(page).waitFor();
  await walk(page, "Tab", dialog(page).getByText("Request", { exact: true }));
  await page.keyboard.press("Enter");
  await use(page, "button", "Edit as JSON", dialog(page));
  const editor = await walk(page, "Shift+Tab", dialog(page).getByRole("textbox", { name: "JSON body" }));
  const text = await editor.inputValue();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text.replace("b.csv", "c.csv"));
  await confirm(page);
  const [body] = await bodies(simulator, "apply-file-import");
  assert.deepEqual(body.sourceFileInfoList, [{ fileName: "a.csv" }, { fileName: "c.csv" }]);
});

scenario("an export is requested, left, taken up again and cancelled", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(403);
  await arrive(page, "/exports/new", "Request export");
  for (const label of ["Frame", "Data box", "Source NAS", "Applicant (SSL VPN account)"]) await pick(page, label);
  await type(page, "File name", "keys.png");
  await type(page, "Description (optional)", "a figure");
  await type(page, "Purpose", "For the paper");
  await pick(page, "Target bucket");

  const settings = () => use(page, "link", "Settings", page.getByRole("navigation"), "Shift+Tab");
  await settings();
  await dialog(page).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await focused("the link that would have left", page.getByRole("link", { name: "Settings", exact: true }));
  await page.keyboard.press("Enter");
  await use(page, "button", "Stay", dialog(page));
  await heading(page, "Request export");
  await use(page, "button", "Review and send");
  await confirm(page);
  await heading(page, "Export requests");
  assert.equal((await bodies(simulator, "apply-file-export")).length, 1);

  // What is cancelled must not change meanwhile.
  await simulator.advance(120_000);
  await table(page, "Export requests");
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "keys.png", exact: true }) });
  await use(page, "link", "keys.png");
  await heading(page, "keys.png");
  await page.getByText("Waiting for review", { exact: true }).waitFor();
  await use(page, "button", "Cancel export request");
  await confirm(page);
  assert.equal((await bodies(simulator, "return-file-export-apply")).length, 1);
  assert.equal(await row.count(), 0);

  // Leaving after all.
  await go(page, "/exports/new");
  await heading(page, "Request export");
  await type(page, "Purpose", "half");
  await settings();
  await use(page, "button", "Leave", dialog(page));
  await heading(page, "Settings");
});

scenario("questions that ask for something", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/boxes/382/infrastructure", "BOX#2");
  const infra = await table(page, "Infrastructure");
  await use(page, "button", "Resize", infra);
  await dialog(page).waitFor();
  await focused("the size", dialog(page).getByLabel("New size (GB)", { exact: true }));
  await page.keyboard.type("900");
  await page.keyboard.press("Enter");
  await dialog(page).waitFor({ state: "detached" });
  await simulator.advance(600_000);
  await use(page, "button", "Allow external network", page, "Shift+Tab");
  await focused("the name", dialog(page).getByLabel("Type BOX#2 to confirm", { exact: true }));
  await page.keyboard.type("BOX#2");
  await page.keyboard.press("Enter");
  await dialog(page).waitFor({ state: "detached" });
  await simulator.advance(600_000);
  await use(page, "button", "Return data box");
  await focused("the name", dialog(page).getByLabel("Type BOX#2 to confirm", { exact: true }));
  await page.keyboard.type("BOX#2");
  await page.keyboard.press("Enter");
  await dialog(page).waitFor({ state: "detached" });
  for (const operation of ["change-data-box-nas-volume-size", "set-block-external-network", "return-data-box"]) {
    assert.deepEqual((await simulator.log(operation)).map(({ accepted }) => accepted), [true], operation);
  }
  await focused("the heading, as the button can't be used any more", button(page, "Return data box"));
});

scenario("a rejection with its reason", async ({ page, simulator }) => {
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  const reviews = await table(page, "Export review requests");
  const file = await reviews.getByRole("rowheader").first().innerText();
  await use(page, "link", file, reviews);
  await heading(page, file);
  await use(page, "button", "Reject");
  await focused("the reason", dialog(page).getByRole("textbox", { name: "Reason", exact: true }));
  await page.keyboard.type("Rows of single patients");
  await confirm(page);
  assert.equal((await bodies(simulator, "export-file-reject"))[0].rejectReason, "Rows of single patients");
});

scenario("a list is filtered by date, state and words, and sorted", async ({ page, simulator }) => {
  await arrive(page, "/imports", "Import requests");
  await table(page, "Import requests");
  await simulator.clearLog();
  const from = await walk(page, "Tab", page.getByLabel("Requested from", { exact: true }));
  await page.keyboard.type("10012026");
  await eventually("the date is sent", async () =>
    (await simulator.log("get-import-apply-list")).some(({ path }) => path.includes("applyStartDate=20261001000000")),
  );
  await focused("the date still", from);
  await walk(page, "Shift+Tab", page.getByLabel("Search", { exact: true }));
  await page.keyboard.type("lab");
  await pick(page, "Status", "Completed");
  const names = () => page.getByRole("table").getByRole("rowheader").allInnerTexts();
  await eventually("it is filtered", async () => (await names()).length > 1 && (await names()).every((name) => name.includes("lab")));
  const sorted = (direction) =>
    eventually(`it is sorted, ${direction}`, async () => {
      const sort = await page.getByRole("columnheader", { name: "File" }).getAttribute("aria-sort");
      return sort === direction && names();
    });
  await use(page, "button", "File");
  const upwards = await sorted("ascending");
  await page.keyboard.press("Enter");
  assert.deepEqual(await sorted("descending"), upwards.toReversed());
});

scenario("everything on every page is reached, is seen to have the focus, and needs no mouse", async ({ page, guard }) => {
  guard.expectFailedRequest(403);
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  const faults = [];
  const look = async (place) => faults.push(...(await everyStop(page)).map((fault) => `${place}: ${fault}`));
  const url = async (pattern) => {
    const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    return links.find((link) => pattern.test(link));
  };
  await look("/frames");
  const visit = async (path, name) => {
    await go(page, path);
    if (name) await table(page, name);
    await look(path);
  };
  await visit("/frames/83");
  await visit("/frames/83/boxes", "Data boxes");
  await visit("/frames/83/infrastructure", "Infrastructure");
  await visit("/frames/83/boxes/382");
  await visit("/frames/83/boxes/382/imports", "Import requests");
  await visit("/frames/83/boxes/382/exports", "Export requests");
  await visit("/frames/83/boxes/382/accounts", "VPN accounts");
  await go(page, "/frames/83/boxes/381/infrastructure");
  await table(page, "Infrastructure");
  for (const [kind, name] of [["hadoop", "Mounts"], ["linux", "Mounts"], ["tensorflow", "Mounts"]]) {
    await go(page, "/frames/83/boxes/381/infrastructure");
    await table(page, "Infrastructure");
    await visit(await url(new RegExp(`/${kind}/`)), name);
  }
  await visit("/imports?status=SCSS&q=lab", "Import requests");
  await visit(await url(/^\/imports\/\d/));
  await visit("/exports?q=lung", "Export requests");
  await visit(await url(/^\/exports\/\d/));
  await visit("/reviews?status=REQ_CMPL&q=lung", "Export review requests");
  await visit(await url(/^\/reviews\/\d/));
  await visit("/buckets", "Object Storage buckets");
  await visit("/activity");
  await visit("/settings");
  await visit("/frames/83/modify");
  await visit("/frames/83/boxes/new");
  await visit("/frames/83/boxes/381/modify");
  await visit("/imports/new");
  await visit("/exports/new?frame=83&box=381");
  await visit("/nothing");
  assert.deepEqual(faults, []);
});
