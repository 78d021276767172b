// What holds on every page of every scenario: no console error, no violation of the policy,
// no request to another host, and the secret key nowhere but in memory.

import assert from "node:assert/strict";

/** Watches a browser context from its first request on. */
export async function watch(context, origin, secrets) {
  const faults = [];
  // The browser asks for a tab's icon when it likes, on pages that name none and after the server
  // has stopped.
  const expected = [
    /^Failed to load resource: .*\/favicon\.ico\)$/,
    /^Failed to load resource: net::.*\/icon\.svg\)$/,
  ];
  const sent = [];
  const said = [];
  const hosts = new Set([origin]);
  const violations = [];
  const complain = (kind, text) => {
    if (!expected.some((pattern) => pattern.test(text))) faults.push(`${kind}: ${text}`);
  };

  await context.exposeBinding("reportViolation", (_, text) => {
    if (!violations.some((pattern) => pattern.test(text))) faults.push(`policy violated: ${text}`);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      globalThis.reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`),
    );
  });
  context.on("console", (message) => {
    const text = `${message.text()} (${message.location().url})`;
    said.push(text);
    if (["error", "warning", "assert"].includes(message.type())) complain(`console ${message.type()}`, text);
  });
  // What Firefox itself writes to its console is one too.
  context.on("weberror", (error) => complain("uncaught", error.error().stack ?? String(error.error())));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol !== "data:" && !hosts.has(url.origin)) faults.push(`request to another host: ${request.url()}`);
    sent.push(
      request
        .allHeaders()
        .catch(() => request.headers())
        .then((headers) => JSON.stringify([request.url(), headers, request.postData()])),
    );
  });

  return {
    /** The browser reports a failed request as a console error; here it is the point of the scenario. */
    expectFailedRequest: (status) => expected.push(new RegExp(`^Failed to load resource: .*${status}`)),
    /** A console error that the scenario brings about itself. */
    expectConsole: (pattern) => expected.push(pattern),
    /** A violation of the policy that the scenario brings about itself. */
    expectViolation: (pattern) => violations.push(pattern),
    /** Another origin that this scenario is meant to call. */
    allowOrigin: (other) => hosts.add(other),

    /** Everything that was seen so far. */
    async complaints(page, wanted = secrets) {
      const texts = [
        ...Object.entries(await page.evaluate(readPlaces)),
        ...(await Promise.all(sent)).map((text) => ["a request", text]),
        ...said.map((text) => ["the console", text]),
        ["a cookie", JSON.stringify(await context.cookies())],
      ];
      const leaks = wanted.flatMap((secret) =>
        texts.filter(([, text]) => text.includes(secret)).map(([place]) => `the secret key is in ${place}`),
      );
      return [...faults, ...new Set(leaks)];
    },
    /** Fails if there is anything. */
    async check(page) {
      assert.deepEqual(await this.complaints(page), [], "the page misbehaved");
    },
    /** For the guard's own tests. */
    forget: () => faults.splice(0),
  };
}

/** Runs in the page: everything of it that outlives a function call. */
async function readPlaces() {
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    const open = indexedDB.open(name);
    const database = await new Promise((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      databases.push(await new Promise((resolve) => (all.onsuccess = () => resolve(JSON.stringify(all.result)))));
    }
    database.close();
  }
  // By index: a key named like a method of Storage is no property.
  const entries = (storage) =>
    Array.from(storage, (_, index) => storage.key(index)).map((key) => `${key}=${storage.getItem(key)}`).join("\n");
  const fields = [...document.querySelectorAll("input, textarea, select")];
  return {
    "the document": document.documentElement.outerHTML,
    "a field": fields.map((field) => field.value).join("\n"),
    localStorage: entries(localStorage),
    sessionStorage: entries(sessionStorage),
    IndexedDB: databases.join("\n"),
    "the history": JSON.stringify(history.state),
    "the window's name": window.name,
  };
}
