import assert from "node:assert/strict";
import { arrive, heading, openTab, rowNames, stage, table } from "./support/console.mjs";

const { scenario } = stage();
const BOX = "/frames/83/boxes/381";
const INFRA = `${BOX}/infrastructure`;

/** Follows the first row of this kind of the box's infrastructure; its name. */
async function follow(page, kind) {
  const row = (await table(page, "Infrastructure")).getByRole("row").filter({ hasText: kind }).first();
  const link = row.getByRole("rowheader").getByRole("link");
  const name = await link.innerText();
  await link.click();
  await heading(page, name);
  return name;
}

scenario("a Hadoop cluster's nodes, links and mounts", async ({ page }) => {
  await arrive(page, INFRA, "BOX#1");
  await follow(page, "Hadoop");
  assert.match(new URL(page.url()).pathname, /^\/frames\/83\/boxes\/381\/hadoop\/\d+$/);
  assert.ok((await rowNames(await table(page, "Nodes"))).length > 0);
  assert.ok((await rowNames(await table(page, "Mounts"))).length > 0);
  const links = (await table(page, "Connection links")).getByRole("link");
  const link = links.first();
  const url = await link.getAttribute("href");
  assert.match(url, /^https:\/\//);
  assert.equal(await link.getAttribute("target"), "_blank");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  const cells = (await table(page, "Connection links")).getByRole("cell");
  assert.ok((await cells.first().innerText()).includes(new URL(url).host), "where it leads is seen");

  await page.getByRole("link", { name: "BOX#1", exact: true }).click();
  await heading(page, "BOX#1");
});

scenario("a Linux and a TensorFlow server's", async ({ page }) => {
  await arrive(page, INFRA, "BOX#1");
  await follow(page, "Linux");
  assert.ok((await rowNames(await table(page, "Mounts"))).length > 0);
  assert.equal(await page.getByRole("table").count(), 1);
  await page.goBack();
  await follow(page, "TensorFlow");
  assert.ok((await rowNames(await table(page, "Connection links"))).length > 0);
  assert.ok((await rowNames(await table(page, "Mounts"))).length > 0);
});

scenario("a failure is shown once, and the read tried again", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(500);
  await arrive(page, INFRA, "BOX#1");
  await simulator.fault("get-hadoop-cluster-info", { kind: "html", status: 500 });
  await follow(page, "Hadoop");
  await page.getByRole("alert").first().waitFor();
  assert.equal(await page.getByRole("alert").count(), 1);
  await simulator.clearFaults();
  await page.getByRole("button", { name: "Try again", exact: true }).click();
  await (await table(page, "Mounts")).getByRole("rowheader").first().waitFor();
});

scenario("a box's volumes in use, its imports and exports", async ({ page }) => {
  await arrive(page, BOX, "BOX#1");
  await page.getByRole("meter", { name: /^[\d,]+ of [\d,]+ GB$/ }).waitFor();
  for (const [tab, name, path] of [["Imports", "Import requests", "imports"], ["Exports", "Export requests", "exports"]]) {
    await openTab(page, tab);
    const request = (await table(page, name)).getByRole("rowheader").first().getByRole("link");
    assert.match(await request.getAttribute("href"), new RegExp(`^/${path}/83/381/\\d+$`));
  }
});

scenario("a change is followed until it is done", async ({ page, simulator }) => {
  await arrive(page, INFRA, "BOX#1");
  const infra = await table(page, "Infrastructure");
  const row = infra.getByRole("row").filter({ has: page.getByRole("button", { name: "Resize", exact: true }) }).first();
  const name = await row.getByRole("rowheader").innerText();
  await row.getByRole("button", { name: "Resize" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "New size (GB)", exact: true }).fill("1500");
  await dialog.getByRole("button", { name: "Resize", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  const notices = page.getByRole("status").first();
  const own = `${name}: resize requested`;
  await notices.getByText(own, { exact: true }).waitFor();
  const changed = infra.getByRole("row").filter({ hasText: name });
  await changed.getByText("Changing", { exact: true }).waitFor();
  await changed.getByText(/^seen since \d/).waitFor();
  // It goes by itself.
  await notices.getByText(own, { exact: true }).waitFor({ state: "detached" });
  await simulator.advance(3_600_000);
  // Other changes end too: each notice has a close button of its own.
  const ended = notices.getByRole("group").filter({ hasText: `NAS ${name}: In use` });
  await ended.waitFor();
  await changed.getByText("In use", { exact: true }).waitFor();
  await ended.getByRole("button", { name: "Close", exact: true }).click();
  await ended.waitFor({ state: "detached" });
});
