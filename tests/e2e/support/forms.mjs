// Filling in the forms as a person does.

import { alert } from "./console.mjs";

export const PASSWORD = "Abcdef1!";

export const button = (scope, name) => scope.getByRole("button", { name, exact: true });
export const dialog = (page) => page.getByRole("dialog");
/** What the button that sends says, for each kind of change. */
const SUBMIT =
  /^(Approve|Reject|Create data box|Modify (data box|infrastructure)|Return (data box|frame)|Request (import|export)|Cancel export request|(Allow|Block) external network|Resize)$/;
/** The button of a dialog that sends. */
export const submit = (dialog) => dialog.getByRole("button", { name: SUBMIT });
/** Unfolds the request in a dialog. */
export async function unfold(dialog) {
  if (!(await button(dialog, "Copy as curl").isVisible())) await dialog.getByText("Request", { exact: true }).click();
}
/** A row of a list, or the choices about something that exists. */
export const group = (page, name) => page.getByRole("group", { name, exact: true });

/** Fills fields of a scope by their labels. */
export async function fill(scope, values) {
  for (const [label, value] of Object.entries(values)) await scope.getByLabel(label, { exact: true }).fill(String(value));
}

/** Chooses an entry of a select by a part of its text; waits until it is there. */
export async function choose(page, label, text) {
  const select = page.getByRole("combobox", { name: label, exact: true });
  const option = select.getByRole("option").filter({ hasText: text }).first();
  await option.waitFor({ state: "attached" });
  await select.selectOption(await option.getAttribute("value"));
}

/** Adds a row to a list and fills it in. */
export async function add(page, item, row, values) {
  await button(page, `Add ${item}`).click();
  await fill(group(page, row), values);
}

/** "Review and send" leads to the question; the dialog. */
export async function review(page) {
  await button(page, "Review and send").click();
  await dialog(page).waitFor();
  return dialog(page);
}

/** Confirms the question and waits until it is gone. */
export async function send(page) {
  await submit(dialog(page)).click();
  await dialog(page).waitFor({ state: "detached" });
}

/** What is wrong with the form, line by line. */
export async function troubles(page) {
  await button(page, "Review and send").click();
  return (await alert(page)).getByRole("listitem").allInnerTexts();
}

/** The bodies that were sent to an operation. */
export async function bodies(simulator, operation) {
  return (await simulator.log(operation)).map((entry) => JSON.parse(entry.body ?? "null"));
}

/** A whole new box, with one server of each kind. */
export async function fillBox(page) {
  const passwords = { "Administrator password": PASSWORD, "Password of ncp1": PASSWORD, "Password of ncp2": PASSWORD };
  await fill(group(page, "Connect server 1"), { "Spec code": 4002, ...passwords });
  await add(page, "Linux server", "Linux server 1", { "Spec code": 6001, "Account password": PASSWORD });
  await add(page, "Hadoop cluster", "Hadoop cluster 1", {
    "Edge node spec code": 5001,
    "Master node spec code": 5101,
    "Worker node spec code": 5201,
    "Worker nodes": 2,
    "Account password": PASSWORD,
  });
  await add(page, "TensorFlow CPU server", "TensorFlow CPU server 1", { "Spec code": 8001, "Account password": PASSWORD });
  await add(page, "TensorFlow GPU server", "TensorFlow GPU server 1", { "Spec code": 9001, "Account password": PASSWORD });
  await fill(group(page, "NAS volume group 1"), { Volumes: 2, "Size of each (GB)": 600 });
}

/** A whole import request for BOX#1. */
export async function fillImport(page, files = ["a.csv"]) {
  await choose(page, "Frame", "clinical-cohort-frame");
  await choose(page, "Data box", "BOX#1");
  await choose(page, "Target NAS", "nasw381n1");
  await choose(page, "Source bucket", "cohort-raw-data");
  await fill(group(page, "File 1"), { "File name": files[0] });
  for (const [index, name] of files.slice(1).entries()) await add(page, "file", `File ${index + 2}`, { "File name": name });
}

/** A whole export request from BOX#1. */
export async function fillExport(page, files = [["result.csv", "counts"]]) {
  await choose(page, "Frame", "clinical-cohort-frame");
  await choose(page, "Data box", "BOX#1");
  await choose(page, "Source NAS", "nasw381n1");
  await choose(page, "Applicant (SSL VPN account)", "dbf381-analyst01");
  for (const [index, [name, description]] of files.entries()) {
    const values = { "File name": name, "Description (optional)": description };
    if (index === 0) await fill(group(page, "File 1"), values);
    else await add(page, "file", `File ${index + 1}`, values);
  }
  await fill(page, { Purpose: "For the paper" });
  await choose(page, "Target bucket", "cohort-results");
}
