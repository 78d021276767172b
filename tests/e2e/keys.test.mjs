// Keys: remembered under a passphrase, dropped by the lock, and nowhere in clear on any page.

import assert from "node:assert/strict";
import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { alert, arrive, connect, heading, navigate, open, stage, table } from "./support/console.mjs";
import { button, dialog } from "./support/forms.mjs";
import { required } from "./support/process.mjs";
import { ROUTES } from "./support/routes.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const PASSPHRASE = "a long passphrase 한글";
const secrets = [SECRET_KEY, PASSPHRASE];

const field = (page, label) => page.getByLabel(label, { exact: true });

/** Connects and remembers the keys as "Work". */
async function remember(page, path, title) {
  await open(page, path);
  await page.getByRole("checkbox", { name: "Remember on this device", exact: true }).check();
  await field(page, "Name on this device").fill("Work");
  await field(page, "Passphrase").fill(PASSPHRASE);
  await field(page, "Repeat the passphrase").fill(PASSPHRASE);
  await connect(page);
  await heading(page, title);
}

async function unlock(page, passphrase = PASSPHRASE) {
  const form = page.getByRole("form", { name: "Remembered on this device", exact: true });
  await form.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await button(form, "Unlock").click();
}

const stored = (page) => page.evaluate(() => localStorage.getItem("dbf.vault"));

scenario("remembered keys are unlocked with the passphrase after a reload", { secrets }, async ({ page, simulator }) => {
  await remember(page, "/buckets", "Buckets");
  const record = await stored(page);
  await page.reload();
  await heading(page, "Connect");
  await simulator.clearLog();

  await unlock(page, "another passphrase");
  assert.match(await (await alert(page)).innerText(), /passphrase is wrong/);
  assert.deepEqual(await simulator.log(), [], "nothing is sent");
  assert.equal(await stored(page), record, "nothing is destroyed");

  await unlock(page);
  await heading(page, "Buckets");
  await table(page, "Object Storage buckets");
  const refused = (await simulator.log()).filter((entry) => entry.refusal);
  assert.deepEqual(refused, []);

  await navigate(page, "Settings");
  await button(page, "Forget Work").click();
  await button(dialog(page), "Forget").click();
  await page.getByRole("status").getByText("Removed from this browser: Work").waitFor();
  await button(page, "Forget Work").waitFor({ state: "detached" });
  assert.equal(await stored(page), null);
});

scenario("what is stored is what SECURITY.md says, by another program's arithmetic", { secrets }, async ({ page }) => {
  await remember(page, "/settings", "Settings");
  const [record, ...others] = JSON.parse(await stored(page));
  assert.deepEqual([others, record.version, record.name], [[], 1, "Work"]);
  const [salt, nonce, data] = record.sealed.split(".").map((part) => Buffer.from(part, "base64"));
  assert.deepEqual([salt.length, nonce.length], [16, 12]);
  const key = pbkdf2Sync(PASSPHRASE, salt, 600_000, 32, "sha256");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(Buffer.from("databoxframe-console 1 Work"));
  decipher.setAuthTag(data.subarray(-16));
  const content = decipher.update(data.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
  assert.deepEqual(content.split("\n").slice(0, 2), [ACCESS_KEY, SECRET_KEY]);
});

scenario("an idle page warns, locks, and gives back a form half filled in", { secrets }, async ({ page, guard, simulator }) => {
  // Only the page's clock is put forward: the gateway refuses what is signed by it.
  guard.expectFailedRequest(401);
  await page.clock.install();
  await remember(page, "/exports/new", "Request export");
  await field(page, "Purpose").fill("half a sentence");
  await page.clock.fastForward("14:05");
  const warning = page.getByRole("alertdialog", { name: "Are you still there?", exact: true });
  await button(warning, "Stay").click();
  await warning.waitFor({ state: "detached" });
  await page.clock.fastForward("14:05");
  await warning.waitFor();
  await page.clock.fastForward("01:05");
  await heading(page, "Connect");
  await page.getByText("there was no input for 15 minutes").waitFor();
  assert.equal(await page.getByRole("navigation").count(), 0);
  assert.equal(await page.getByText("half a sentence").count(), 0);
  await simulator.clearLog();
  await page.clock.fastForward("10:00");
  assert.deepEqual(await simulator.log(), [], "nothing is sent without keys");

  // A request of half an hour from now would be refused.
  await page.clock.setSystemTime(Date.now());
  await unlock(page);
  await heading(page, "Request export");
  assert.equal(await field(page, "Purpose").inputValue(), "half a sentence");
});

/** Locks an idle page, and unlocks it. */
async function lockAndUnlock(page, title) {
  await page.clock.fastForward("15:10");
  await heading(page, "Connect");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.clock.setSystemTime(Date.now());
  await unlock(page);
  await heading(page, title);
}

scenario("a lock keeps the reason of a rejection, and that an outcome is unknown", { secrets }, async ({ page, guard, simulator }) => {
  guard.expectFailedRequest("401|502");
  await page.clock.install();
  await remember(page, "/reviews?status=REQ_CMPL", "Export review");
  const link = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
  const file = await link.innerText();
  await link.click();
  await heading(page, file);
  await button(page, "Reject").click();
  await field(page.getByRole("dialog"), "Reason").fill("Names of people in");
  await lockAndUnlock(page, file);
  assert.equal(await page.getByText("Names of people in").count(), 0, "not behind the lock, and no dialog by itself");
  await button(page, "Reject").click();
  const dialog = page.getByRole("dialog");
  assert.equal(await field(dialog, "Reason").inputValue(), "Names of people in");

  await simulator.fault("export-file-reject", { kind: "close", when: "after" }, 1);
  await button(dialog, "Reject").click();
  await dialog.getByText("Outcome unknown", { exact: true }).waitFor();
  await lockAndUnlock(page, file);
  await page.getByRole("status").getByText(/Outcome unknown/).waitFor();
  assert.equal((await simulator.log()).filter((entry) => entry.method === "POST").length, 1);
});

/** Another tab of the same browser, connected with the same keys. */
async function secondTab(page, path, title) {
  const other = await page.context().newPage();
  await arrive(other, path, title);
  return other;
}

for (const name of ["Forget keys", "Lock now"]) {
  scenario(`"${name}" in one tab reaches the other`, { secrets }, async ({ page, simulator }) => {
    await arrive(page, "/settings", "Settings");
    const other = await secondTab(page, "/reviews?status=REQ_CMPL", "Export review");
    await (await table(other, "Export review requests")).getByRole("rowheader").first().getByRole("link").click();
    await button(other, "Approve").click();
    await button(other.getByRole("dialog"), "Approve").waitFor();
    await simulator.clearLog();
    await button(page, name).click();
    await heading(page, "Connect");
    await heading(other, "Connect");
    assert.equal(await other.getByRole("dialog").count(), 0);
    assert.deepEqual(await simulator.log(), [], "nothing is sent without keys");
    await other.close();
  });
}

scenario("what is forgotten in one tab is neither offered nor opened in the other", { secrets }, async ({ page, simulator }) => {
  await remember(page, "/settings", "Settings");
  const other = await page.context().newPage();
  await open(other, "/buckets");
  const passphrase = other.getByRole("form", { name: "Remembered on this device", exact: true }).getByLabel("Passphrase", { exact: true });
  await passphrase.fill(PASSPHRASE);
  await simulator.clearLog();
  await button(page, "Forget Work").click();
  await button(dialog(page), "Forget").click();
  await passphrase.waitFor({ state: "detached" });
  assert.deepEqual(await simulator.log(), []);
  await other.close();
});

scenario("no page has the secret or the passphrase anywhere but in memory", { secrets }, async ({ page, guard }) => {
  // Not all of these numbers exist.
  guard.expectFailedRequest(4);
  await remember(page, "/frames", "Frames");
  for (const route of [...ROUTES, "/nowhere"]) {
    // By a link of the page itself: a reload would drop the keys.
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement("a"), { href, id: "audit" });
      document.body.append(link);
      link.click();
      link.remove();
    }, route);
    await page.waitForURL((url) => url.pathname === route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: "detached" });
    assert.deepEqual(await guard.complaints(page), [], route);
    assert.equal(await page.getByRole("navigation", { name: "Main" }).count(), 1, `${route} is not connected`);
  }
  const names = await page.evaluate(() => Object.keys(localStorage));
  assert.deepEqual(names, ["dbf.vault"]);
});

test("each script is covered by the page's integrity", async () => {
  const names = await readdir(required("DIST"), { recursive: true });
  const left = new Set(names.filter((name) => /\.(m?js|wasm)$/.test(name)));
  assert.equal(left.size, 6, "loader, glue and program, and the same three of the demo");
  // What the page or a script that is covered itself names with its hash is covered.
  const covered = [await readFile(join(required("DIST"), "index.html"), "utf8")];
  for (const text of covered) {
    for (const name of left) {
      const bytes = await readFile(join(required("DIST"), name));
      const hash = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
      if (!text.includes(name) || !text.includes(hash)) continue;
      left.delete(name);
      if (!name.endsWith("js")) continue;
      covered.push(bytes.toString());
      assert.doesNotMatch(bytes.toString(), /(from|import)\s*["']/, `${name} imports what no integrity covers`);
    }
  }
  assert.deepEqual([...left], []);
});
