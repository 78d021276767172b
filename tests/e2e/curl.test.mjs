// "Copy as curl": what is in the clipboard runs as it is, and holds nothing secret.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { connect, filterOf, heading, open, stage, table } from "./support/console.mjs";
import { button, dialog, fill, fillBox, group, review, unfold } from "./support/forms.mjs";
import { SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** Opens a URL with the simulator itself as the gateway, as a shell reaches it. */
async function arriveFor(simulator, page, path, title) {
  await open(page, path);
  await page.getByText("Advanced", { exact: true }).click();
  await fill(page, { Gateway: `http://${simulator.host}` });
  await connect(page);
  await heading(page, title);
}

/** Copies the request of the open dialog, then gives it up. */
async function copied(page) {
  await unfold(dialog(page));
  await button(dialog(page), "Copy as curl").click();
  await dialog(page).getByText(/^Copied\./).waitFor();
  const script = await page.evaluate(() => navigator.clipboard.readText());
  await button(dialog(page), "Cancel").click();
  await dialog(page).waitFor({ state: "detached" });
  return script;
}

/** Runs a script in a shell that has nothing else, with these lines typed in; what it says. */
function run(script, environment, lines) {
  const input = lines.map((line) => `${line}\n`).join("");
  const ended = spawnSync("sh", ["-c", script], { env: { PATH: process.env.PATH, ...environment }, input, encoding: "utf8" });
  assert.equal(ended.status, 0, `${ended.error ?? ""}${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

scenario("a new box by curl: the passwords are asked for", CLIPBOARD, async ({ page, simulator }) => {
  await arriveFor(simulator, page, "/frames/83/boxes/new", "Create data box");
  await fillBox(page);
  const typed = ["Abcdef1!", "Abcdef2|", "Abcdef3$", "Abcdef4#", "Abcdef5%", "Abcdef6~", "Abcdef7^"];
  const fields = page.getByRole("group").getByLabel(/password|^Password of/i);
  assert.equal(await fields.count(), typed.length);
  for (const [index, password] of typed.entries()) await fields.nth(index).fill(password);
  await review(page);
  const script = await copied(page);
  for (const secret of [SECRET_KEY, ...typed]) assert.ok(!script.includes(secret), `${secret} in ${script}`);

  // It asks in the order of the body, not of the form.
  const asked = [...script.matchAll(/^password_\d+=\$\(ask '(.*)'\)$/gm)].map(([, path]) => path);
  assert.equal(asked.length, typed.length);
  const places = {
    "dataBoxInfo.connectServerList[0].adminPassword": 0,
    "dataBoxInfo.connectServerList[0].userPassword1": 1,
    "dataBoxInfo.connectServerList[0].userPassword2": 2,
    "dataBoxInfo.linuxServerList[0].userPassword": 3,
    "dataBoxInfo.hadoopList[0].userPassword": 4,
    "dataBoxInfo.tensorFlowCpuServerList[0].userPassword": 5,
    "dataBoxInfo.tensorFlowGpuServerList[0].userPassword": 6,
  };
  const output = run(script, { NCP_SECRET_KEY: SECRET_KEY }, asked.map((path) => typed[places[path]]));
  assert.match(output, /returnMessage/);
  const [entry, ...others] = await simulator.log("create-data-box");
  assert.deepEqual(others, [], "the page sent nothing");
  assert.deepEqual([entry.status, entry.accepted], [200, true]);
  assert.match(entry.headers["user-agent"], /^curl\//);
  const { dataBoxInfo: info } = JSON.parse(entry.body);
  assert.equal(info.connectServerList[0].adminPassword, typed[0]);
  assert.equal(info.linuxServerList[0].userPassword, typed[3]);
  assert.equal(info.tensorFlowGpuServerList[0].userPassword, typed[6]);
});

scenario("a rejection by curl: any text, and the secret key is asked for", CLIPBOARD, async ({ page, simulator }) => {
  const reason = "개인 단위 자료: 'n < 10' in \"Table 1\", $HOME \\ `id`";
  await arriveFor(simulator, page, "/reviews", "Export review");
  await (await filterOf(page, "Status")).selectOption("Waiting for review");
  await (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link").click();
  await button(page, "Reject").click();
  await unfold(dialog(page));
  for (const name of ["Copy as curl", "Edit as JSON"]) {
    assert.equal(await button(dialog(page), name).getAttribute("title"), "Check first: Reason");
  }
  await fill(dialog(page), { Reason: reason });
  const script = await copied(page);
  assert.ok(!script.includes(SECRET_KEY));
  run(script, {}, [SECRET_KEY]);
  const [entry, ...others] = await simulator.log("export-file-reject");
  assert.deepEqual(others, []);
  assert.deepEqual([entry.status, entry.accepted], [200, true]);
  assert.equal(JSON.parse(entry.body).rejectReason, reason);
});

scenario("what was edited by hand is copied as edited, if it can be sent", CLIPBOARD, async ({ page, simulator }) => {
  await arriveFor(simulator, page, "/frames/83/modify", "Modify infrastructure");
  await fill(page, { "Memo (optional)": "before" });
  const shown = await review(page);
  await unfold(shown);
  await button(shown, "Edit as JSON").click();
  const editor = shown.getByRole("textbox", { name: "JSON body" });
  const text = await editor.inputValue();
  await editor.fill(text.replace("}", ""));
  assert.match(await button(shown, "Copy as curl").getAttribute("title"), /not valid JSON/);
  assert.equal(await button(shown, "Copy as curl").getAttribute("aria-disabled"), "true");
  await editor.fill(text.replace("before", "after"));
  run(await copied(page), { NCP_SECRET_KEY: SECRET_KEY }, []);
  const [entry] = await simulator.log("modify-data-box-frame-admin-infra");
  assert.deepEqual([entry.accepted, JSON.parse(entry.body).memo], [true, "after"]);
  await group(page, "admin-83-1").waitFor();
});
