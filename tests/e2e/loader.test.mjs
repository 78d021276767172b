// A console that cannot start says so: no blank page.

import assert from "node:assert/strict";
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { IN_FIREFOX } from "./support/browsers.mjs";
import { alert, connect, heading, open, stage, startServer } from "./support/console.mjs";
import { required, temporaryFolder } from "./support/process.mjs";

const { scenario } = stage();

/** A scenario on a copy of the console with something changed in it. */
function damaged(name, expected, change, body) {
  scenario(name, async ({ page, guard, simulator, keep }) => {
    const { path: root } = await keep(temporaryFolder("damaged"));
    await cp(required("DIST"), root, { recursive: true });
    const site = await keep(startServer({ root, upstream: simulator.host }));
    guard.allowOrigin(site.origin);
    for (const pattern of expected) guard.expectConsole(pattern);
    const names = await readdir(root);
    const file = (end) => join(root, names.find((name) => name.startsWith("databoxframe-console-") && name.endsWith(end)));
    await change({ file, root });
    await page.goto(site.origin);
    // One file only: the page may still be loading another.
    const restore = async (path) => cp(join(required("DIST"), basename(path)), path);
    await body({ page, file, root, restore });
  });
}

// Each browser has its own words for it.
const INTEGRITY = /(valid digest|hashes) in the '?integrity'? attribute|SRI's integrity checks failed|disallowed MIME type/;
const MISSING = /Failed to load resource: .*404/;

/** Changes one byte in the middle of a file. */
async function changeByte(path) {
  const bytes = await readFile(path);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  await writeFile(path, bytes);
}

for (const [what, end] of [
  ["program", "_bg.wasm"],
  ["glue", ".js"],
]) {
  const find = (file) => file(end);

  damaged(
    `a changed byte in the ${what} is not run`,
    [INTEGRITY],
    ({ file }) => changeByte(find(file)),
    async ({ page, file, restore }) => {
      const shown = await alert(page);
      await heading(page, "The console could not start");
      assert.match(await shown.innerText(), /differs from the published one/);
      // The bad file was cached for good; the button has to get another.
      await restore(find(file));
      await page.getByRole("button", { name: "Reload", exact: true }).click();
      await heading(page, "Connect");
    },
  );

  damaged(
    `a missing file of the ${what} is called missing`,
    [MISSING, INTEGRITY],
    ({ file }) => rm(find(file)),
    async ({ page, file, restore }) => {
      const shown = await alert(page);
      await heading(page, "The console could not start");
      assert.match(await shown.innerText(), /missing/);
      // The error was not kept for a year.
      await restore(find(file));
      await page.getByRole("button", { name: "Reload", exact: true }).click();
      await heading(page, "Connect");
    },
  );
}

damaged(
  "a file of the program that is cut off is not run",
  [INTEGRITY],
  async ({ file }) => {
    const path = file("_bg.wasm");
    await writeFile(path, (await readFile(path)).subarray(0, 1000));
  },
  async ({ page }) => assert.match(await (await alert(page)).innerText(), /was cut off/),
);

scenario("a browser without WebAssembly is explained", async ({ page }) => {
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto("/");
  await heading(page, "The console could not start");
  assert.match(await (await alert(page)).innerText(), /has no WebAssembly, or it is switched off/);
});

scenario("a panic is shown with its message, and the page can be loaded again", async ({ page, guard }) => {
  // What the program takes for granted is not there, once.
  await page.addInitScript(() => {
    const body = Object.getOwnPropertyDescriptor(Document.prototype, "body");
    const broken = !sessionStorage.getItem("panicked");
    Object.defineProperty(document, "body", {
      get: () => (broken && new Error().stack.includes("__wbg_body") ? null : body.get.call(document)),
    });
    sessionStorage.setItem("panicked", "yes");
  });
  await page.goto("/");
  await heading(page, "The console hit an error and stopped");
  const shown = await alert(page);
  assert.match(await shown.innerText(), /Requests already sent may have taken effect/);
  await shown.getByText("Details", { exact: true }).click();
  assert.match(await shown.innerText(), /panicked at/);
  await page.getByRole("button", { name: "Reload", exact: true }).click();
  await heading(page, "Connect");
  // The browser's own report of it.
  guard.forget();
});

/** Lets the browser throw where the program reads this property, as it does for one that is not its. */
const breakProperty = ([name, property]) => {
  const { get } = Object.getOwnPropertyDescriptor(HTMLProgressElement.prototype, "position");
  Object.defineProperty(globalThis[name].prototype, property, { get, configurable: true });
};

for (const [where, broken, act] of [
  ["an event handler", ["HTMLInputElement", "value"], (page) => page.getByRole("button", { name: "Connect", exact: true }).click()],
  ["a future", ["Response", "status"], (page) => connect(page)],
]) {
  scenario(`what the browser throws into ${where} is shown`, async ({ page, guard }) => {
    await open(page);
    await page.evaluate(breakProperty, broken);
    await act(page);
    await heading(page, "The console hit an error and stopped");
    const shown = await alert(page);
    await shown.getByText("Details", { exact: true }).click();
    assert.match(await shown.innerText(), /Illegal invocation|does not implement interface/);
    await page.getByRole("button", { name: "Reload", exact: true }).click();
    await heading(page, "Connect");
    guard.forget();
  });
}

scenario("errors of extensions and of the browser don't stop the console", async ({ page, guard }) => {
  await page.addInitScript({
    content: `
      addEventListener("click", () => { globalThis.seen = true; throw new Error("of the extension"); });
      addEventListener("click", () => Promise.reject(new Error("of the extension")));
      addEventListener("click", () => Promise.reject());
      //# sourceURL=chrome-extension://abcdefghijklmnop/content.js`,
  });
  await open(page);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("Required", { exact: true }).first().waitFor();
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications.", filename: location.href })));
  assert.equal(await page.evaluate(() => globalThis.seen), true);
  await connect(page);
  await heading(page, "Overview");
  guard.forget();
});

scenario("a URL with a user name and a password is left before anything else", async ({ page, guard, server, simulator }) => {
  const { host } = new URL(server.origin);
  for (const credentials of ["user:pw-of-it", "user", ":pw-of-it"]) {
    // With a fragment and without: Firefox takes these for different things.
    await page.goto(`http://${credentials}@${host}/buckets?q=%ED%95%9C${credentials === "user" ? "" : "#content"}`);
    await heading(page, "Connect");
    assert.ok(!(await page.evaluate(() => document.URL + document.baseURI)).includes("@"), credentials);
    await connect(page);
    await heading(page, "Buckets");
    assert.equal(new URL(page.url()).search, "?q=%ED%95%9C");
  }
  assert.ok(!JSON.stringify(await simulator.log()).includes("pw-of-it"));
  await guard.check(page);
});

// Firefox asks for a module that could not be read only after a reload.
for (const [what, needsReload] of [
  [/^demo-[0-9a-f]{16}\.js$/, IN_FIREFOX],
  [/^demo-worker-[0-9a-f]{16}\.js$/],
  [/^demo-[0-9a-f]{16}_bg\.wasm$/],
]) {
  damaged(
    `a file of the demo that is gone after an upgrade is reported (${what.source})`,
    [MISSING, INTEGRITY],
    () => {},
    async ({ page, root, restore }) => {
      await heading(page, "Connect");
      const path = join(root, (await readdir(root)).find((name) => what.test(name)));
      await rm(path);
      const demo = page.getByRole("button", { name: "Try the demo", exact: true });
      await demo.click();
      const shown = await (await alert(page)).innerText();
      assert.match(shown, /was upgraded since this page was opened\. Reload the page/);
      assert.doesNotMatch(shown, /relay/);
      await restore(path);
      if (needsReload) await page.reload();
      await demo.click();
      await heading(page, "Overview");
      await page.waitForLoadState("networkidle");
    },
  );
}

for (const [what, text, message, expected = []] of [
  ["is not JSON", "{ connections: ", /Line 1, column/],
  ["has a relay that cannot be used", '{"connections":[{"name":"Main","gateway":"https://a.example","relay":"{nothing}"}]}', /connections\[Main\]\.relay/],
  ["has a gateway that cannot be used", '{"connections":[{"name":"Main","gateway":"a.example/path","relay":"/relay"}]}', /connections\[Main\]\.gateway/],
  ["offers nothing", '{"connections":[],"allowCustomConnections":false}', /connections/],
  ["is missing", null, /HTTP 404/, [MISSING]],
]) {
  damaged(
    `config.json ${what}`,
    expected,
    ({ root }) => (text === null ? rm(join(root, "config.json")) : writeFile(join(root, "config.json"), text)),
    async ({ page }) => {
      const shown = await (await alert(page)).innerText();
      assert.match(shown, /config\.json can.t be used/);
      assert.match(shown, message);
    },
  );
}

damaged(
  "config.json offers several connections and a notice, and forbids others",
  [],
  ({ root }) =>
    writeFile(
      join(root, "config.json"),
      JSON.stringify({
        connections: ["First", "Second"].map((name) => ({ name, gateway: "https://a.example", relay: "/relay" })),
        allowCustomConnections: false,
        notice: "Maintenance on Sunday",
      }),
    ),
  async ({ page }) => {
    await page.getByText("Maintenance on Sunday").waitFor();
    await page.getByRole("combobox", { name: "Connection", exact: true }).selectOption("Second");
    assert.equal(await page.getByText("Advanced", { exact: true }).count(), 0);
  },
);
