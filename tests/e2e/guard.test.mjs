// The guard of every scenario sees what it is for: without this, its silence would prove nothing.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { open, stage } from "./support/console.mjs";
import { SECRET_KEY } from "./support/simulator.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();

for (const [name, misbehave, complaint, notInFirefox] of [
  ["a console error", () => console.error("something"), /console error: something/],
  ["an uncaught exception", () => setTimeout(() => { throw new Error("unforeseen"); }), /uncaught: .*unforeseen/],
  ["a rejected promise", () => void Promise.reject(new Error("unforeseen")), /uncaught: .*unforeseen/],
  ["another host", () => fetch("https://elsewhere.invalid/").catch(() => 0), /policy violated: connect-src/],
  ["an inline style", () => document.body.setAttribute("style", "color: red"), /policy violated: style-src/],
  ["the secret in the document", (secret) => (document.title = secret), /the secret key is in the document/],
  ["the secret in a field", (secret) => (document.querySelector("input").value = secret), /in a field/],
  ["the secret in the storage", (secret) => localStorage.setItem("key", secret), /in localStorage/],
  ["the secret in the session", (secret) => sessionStorage.setItem("key", secret), /in sessionStorage/],
  ["the secret in a cookie", (secret) => (document.cookie = `key=${secret}`), /in a cookie/],
  ["the secret in the console", (secret) => console.log(secret), /in the console/],
  ["the secret in a request", (secret) => fetch(`/relay/?${secret}`).then(() => 0), /in a request/],
  [
    "the secret in a request's body",
    (secret) => fetch("/relay/", { method: "POST", body: secret }).then(() => 0),
    /in a request/,
    "Playwright gets no bodies from it",
  ],
  [
    "the secret in a database",
    (secret) =>
      new Promise((resolve) => {
        const open = indexedDB.open("keys");
        open.onupgradeneeded = () => open.result.createObjectStore("keys", { autoIncrement: true }).add(secret);
        open.onsuccess = () => resolve(open.result.close());
      }),
    /in IndexedDB/,
  ],
]) {
  scenario(`the guard notices ${name}`, { secrets: ["NOT-YET-LOOKED-FOR"], notInFirefox }, async ({ page, guard }) => {
    await open(page);
    await page.evaluate(misbehave, SECRET_KEY);
    await eventually(name, () => guard.complaints(page, [SECRET_KEY]).then((found) => complaint.test(found.join("\n"))));
    guard.forget();
  });
}

// A page may send a request after its last assertion: a server that is gone by then would be a
// console error now and then.
scenario("what a scenario starts outlives its page", async ({ page, keep }) => {
  await keep({ stop: async () => assert.ok(page.isClosed()) });
  await open(page);
});

test("no scenario stops a server itself", async () => {
  const folder = new URL(".", import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".test.mjs"));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
  assert.ok(files.length > 20);
  assert.deepEqual(files.filter((_, index) => /\bawait \w+\.stop\(\)/.test(texts[index])), []);
});
