// Every page in both themes and two widths: WCAG 2.2 AA as far as axe can tell, and nothing
// wider than the screen.

import assert from "node:assert/strict";
import { alert, arrive, go as move, heading, open, stage, table } from "./support/console.mjs";
import { button, choose, dialog, fill, fillBox, fillExport, group, review, troubles, unfold } from "./support/forms.mjs";
import { scan } from "./support/axe.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();
/** The tabs of a box, and their tables. */
const TABS = [["infrastructure", "Infrastructure"], ["imports", "Import requests"], ["exports", "Export requests"], ["accounts", "VPN accounts"]];

/** Goes to a URL inside the console and waits until it is there. */
async function go(page, path, ready) {
  await move(page, path);
  await ready();
}

scenario("the scan finds what is wrong", async ({ page }) => {
  await open(page);
  await page.getByRole("main").evaluate((main) => {
    const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });
    const pale = paragraph("Pale");
    pale.style.color = "#ddd";
    pale.style.background = "#fff";
    const wide = paragraph("x".repeat(1000));
    wide.style.whiteSpace = "nowrap";
    main.append(document.createElement("img"), document.createElement("button"), pale, wide);
  });
  const found = (await scan(page, "here")).join("\n");
  for (const fault of ["image-alt", "button-name", "color-contrast", "px wider than the screen"]) {
    assert.ok(found.includes(fault), `${fault} in: ${found}`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    const settings = { colorScheme, viewport: { width, height: 900 } };
    scenario(`${colorScheme}, ${width} px`, settings, async ({ page, guard, simulator }) => {
      guard.expectFailedRequest(500);
      const found = [];
      const look = async (place) => found.push(...(await scan(page, place)));

      await open(page, "/connect");
      await look("/connect");
      await page.getByText("Advanced", { exact: true }).click();
      await page.getByRole("button", { name: "Connect", exact: true }).click();
      await page.getByText("Required", { exact: true }).first().waitFor();
      await look("/connect, Advanced open, with missing keys");
      // Nothing is there: some of it needs a fix, some not checked, some for a person to judge.
      await page.getByRole("textbox", { name: "Relay", exact: true }).fill("/nowhere/{url}");
      await page.getByLabel("Access key", { exact: true }).fill("A");
      await page.getByLabel("Secret key", { exact: true }).fill("B");
      await page.getByRole("button", { name: "Check connection", exact: true }).click();
      await page.getByRole("list", { name: "Connection check", exact: true }).waitFor();
      await look("/connect, checked");

      await arrive(page, "/frames", "Frames");
      const link = (await table(page, "Data Box Frames")).getByRole("rowheader").first().getByRole("link");
      const framePath = await link.getAttribute("href");
      await look("/frames");
      await go(page, framePath, () => page.getByRole("definition").first().waitFor());
      await page.getByRole("figure").and(page.locator('[aria-busy="false"]')).waitFor();
      await look(framePath);
      await go(page, `${framePath}/infrastructure`, () => table(page, "Infrastructure"));
      await look(`${framePath}/infrastructure`);
      await go(page, `${framePath}/boxes`, () => table(page, "Data boxes"));
      await look(`${framePath}/boxes`);
      const box = (await table(page, "Data boxes")).getByRole("rowheader").first().getByRole("link");
      const boxPath = await box.getAttribute("href");
      await go(page, boxPath, () => page.getByRole("definition").first().waitFor());
      await look(boxPath);
      for (const [tab, name] of TABS) {
        await go(page, `${boxPath}/${tab}`, () => table(page, name));
        await look(`${boxPath}/${tab}`);
      }
      await go(page, "/buckets", () => table(page, "Object Storage buckets"));
      await look("/buckets");

      await go(page, "/reviews?status=REQ_CMPL", () => table(page, "Export review requests"));
      await look("/reviews");
      const review = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
      await review.click();
      await page.getByRole("definition").first().waitFor();
      await look("/reviews/…");
      await page.getByRole("button", { name: "Reject", exact: true }).click();
      await page.getByRole("dialog").waitFor();
      await look("/reviews/…, dialog");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await look("/reviews/…, the next one after a decision");
      await page.goBack();
      await page.getByText("This request has already been reviewed.").waitFor();
      await look("/reviews/…, decided");

      await page.keyboard.press("Control+k");
      const palette = page.getByRole("combobox", { name: "Search or run a command", exact: true });
      await palette.waitFor();
      await look("the command palette");
      await palette.fill("frame");
      await page.getByRole("option", { name: /^clinical-cohort-frame/ }).first().waitFor();
      await look("the command palette, searched");
      await page.keyboard.press("Escape");
      await palette.waitFor({ state: "detached" });

      await go(page, "/activity", () => heading(page, "Activity"));
      const requests = page.getByRole("table", { name: "Requests", exact: true });
      await requests.getByRole("rowheader").first().getByText(/^get-|^export-/).first().click();
      await look("/activity, a request open");
      await go(page, "/settings", () => heading(page, "Settings"));
      await look("/settings");
      guard.expectFailedRequest(404);
      await button(page, "Compare with the API reference").click();
      await look("/settings, asked before a comparison");
      await button(dialog(page), "Send requests").click();
      await button(page, "Save as JSON").waitFor();
      await look("/settings, compared");
      await simulator.fault("get-bucket-list", { kind: "html", status: 500 });
      await go(page, "/buckets", () => heading(page, "Buckets"));
      await page.getByRole("button", { name: "Refresh", exact: true }).click();
      await alert(page);
      await look("/buckets, failed");
      await go(page, "/nothing", () => heading(page, "Page not found"));
      await look("/nothing");
      assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
    });

    scenario(`lists and details: ${colorScheme}, ${width} px`, settings, async ({ page, guard, simulator }) => {
      for (const status of [403, 500]) guard.expectFailedRequest(status);
      const found = [];
      const look = async (place) => found.push(...(await scan(page, place)));
      await arrive(page, "/overview", "Overview");
      const last = page.getByRole("figure", { name: "NAS in use: public-statistics-frame", exact: true });
      await last.scrollIntoViewIfNeeded();
      const topology = page.getByRole("figure", { name: "Topology of public-statistics-frame", exact: true });
      await topology.and(page.locator('[aria-busy="false"]')).waitFor();
      await look("/overview");
      const chart = page.getByRole("figure", { name: "Exports per day", exact: true });
      await chart.getByRole("img").last().focus();
      await look("/overview, a bar with the focus");
      const toTable = page.getByRole("button", { name: "Show as table", exact: true });
      for (let left = await toTable.count(); left > 0; left--) await toTable.first().click();
      await look("/overview, tables");
      await go(page, "/frames/1187", () => heading(page, "public-statistics-frame"));
      await topology.and(page.locator('[aria-busy="false"]')).waitFor();
      await look("/frames/1187, changing");
      const box = "/frames/83/boxes/381/infrastructure";
      for (const kind of ["Hadoop", "Linux", "TensorFlow"]) {
        await go(page, box, () => heading(page, "BOX#1"));
        const row = (await table(page, "Infrastructure")).getByRole("row").filter({ hasText: kind }).first();
        await row.getByRole("rowheader").getByRole("link").click();
        await table(page, "Mounts");
        await look(`${box}, ${kind}`);
      }
      await simulator.fault("get-tensor-flow-info", { kind: "html", status: 500 });
      await button(page, "Refresh").first().click();
      await alert(page);
      await look(`${box}, TensorFlow, failed`);
      await go(page, "/frames/83/boxes/397", () => heading(page, "BOX#5"));
      await page.getByText("This data box was returned.", { exact: true }).first().waitFor();
      await look("/frames/83/boxes/397, returned");

      for (const [path, name] of [["/imports", "Import requests"], ["/exports", "Export requests"]]) {
        // Exports with one box's failure among the lists.
        await go(page, `${path}?q=lab`, () => table(page, name));
        if (path === "/exports") await alert(page);
        await look(path);
        await go(page, `${path}?q=lab&status=nothing`, () => page.getByText("No items match the filters.").waitFor());
        await look(`${path}, empty`);
        await go(page, path, () => table(page, name));
        await (await table(page, name)).getByRole("rowheader").first().getByRole("link").click();
        await page.getByRole("definition").first().waitFor();
        await look(`${path}/…`);
      }
      await button(page, "Cancel export request").click();
      await dialog(page).waitFor();
      await look("/exports/…, dialog");
      assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
    });

    scenario(`forms: ${colorScheme}, ${width} px`, settings, async ({ page, guard, simulator }) => {
      for (const status of [400, 403, 500, 502]) guard.expectFailedRequest(status);
      const found = [];
      const look = async (place) => found.push(...(await scan(page, place)));
      /** Gives up the form that is open. */
      const discard = async () => {
        await button(page, "Discard").click();
        await dialog(page).waitFor();
        await look("leaving");
        await button(dialog(page), "Leave").click();
        await dialog(page).waitFor({ state: "detached" });
      };

      const create = "/frames/83/boxes/new";
      await arrive(page, create, "Create data box");
      await look(create);
      for (const item of ["Linux server", "Hadoop cluster", "TensorFlow GPU server"]) await button(page, `Add ${item}`).click();
      const password = group(page, "Connect server 1").getByLabel("Administrator password", { exact: true });
      // The last row that was added takes the focus, when the browser draws it.
      await eventually("the policy is shown", async () => {
        await password.fill("Abc");
        return page.getByText(/8 to 14 characters$/).first().isVisible();
      });
      await look(`${create}, the policy of passwords`);
      await troubles(page);
      await look(`${create}, with errors`);
      await discard();
      await go(page, create, () => heading(page, "Create data box"));
      await fillBox(page);
      const shown = await review(page);
      await look(`${create}, dialog`);
      await unfold(shown);
      await button(shown, "Edit as JSON").click();
      await shown.getByRole("textbox", { name: "JSON body" }).fill("{");
      await shown.getByText(/not valid JSON/).waitFor();
      await look(`${create}, dialog, edited`);
      await button(shown, "Undo editing").click();
      await simulator.fault("create-data-box", { kind: "html", status: 400 }, 1);
      await button(shown, "Create data box").click();
      await alert(shown);
      await look(`${create}, dialog, refused`);
      await simulator.fault("create-data-box", { kind: "close", when: "after" }, 1);
      await button(shown, "Create data box").click();
      await shown.getByText("Outcome unknown", { exact: true }).waitFor();
      await look(`${create}, dialog, outcome unknown`);
      await button(shown, "Close").click();
      await discard();

      for (const [path, name] of [["/frames/83/modify", "admin-83-1"], ["/frames/83/boxes/381/modify", "conn-83-381-1"]]) {
        await go(page, path, () => group(page, name).waitFor());
        await look(path);
        const act = (label) => group(page, name).getByRole("combobox", { name: "Action" }).selectOption({ label });
        await act("Change");
        await group(page, name).getByLabel("Spec code", { exact: true }).fill("x");
        await button(page, "Add NAS volumes").click();
        await troubles(page);
        await look(`${path}, with errors`);
        await discard();
      }

      await go(page, "/imports/new", () => heading(page, "Request import"));
      await look("/imports/new");
      await troubles(page);
      await look("/imports/new, with errors");
      await simulator.fault("get-target-nas-list", { kind: "html", status: 500 });
      await choose(page, "Frame", "clinical-cohort-frame");
      await choose(page, "Data box", "BOX#1");
      await page.getByRole("button", { name: "Try again" }).first().waitFor();
      await look("/imports/new, a choice that could not be read");
      await simulator.clearFaults();
      await choose(page, "Frame", "public-statistics-frame");
      await page.getByText(/^Cleared/).waitFor();
      await look("/imports/new, a choice cleared");
      await discard();

      await go(page, "/exports/new", () => heading(page, "Request export"));
      await fillExport(page, [["a.png", "a figure"], ["b.png", ""]]);
      await look("/exports/new");
      await review(page);
      await look("/exports/new, dialog");
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
      await discard();

      const box = "/frames/83/boxes/381/infrastructure";
      await go(page, box, () => table(page, "Infrastructure"));
      await button(page, "Return data box").click();
      await dialog(page).waitFor();
      await look(`${box}, return`);
      await page.keyboard.press("Escape");
      await button(await table(page, "Infrastructure"), "Resize").first().click();
      await look(`${box}, resize`);
      await fill(dialog(page), { "New size (GB)": 550 });
      await button(dialog(page), "Resize").click();
      await dialog(page).getByText("500 to 10,000 in steps of 100.", { exact: true }).waitFor();
      await look(`${box}, resize, with an error`);
      assert.equal(found.length, 0, `\n  ${found.join("\n  ")}`);
    });
  }
}
