// What a person sees when the gateway, the service or the relay fails while they read.

import assert from "node:assert/strict";
import { alert, arrive, connect, heading, open, rowNames, stage, startServer, table } from "./support/console.mjs";
import { freePort, required } from "./support/process.mjs";

const { scenario } = stage();
const FRAMES = "get-data-box-frame-list";

/** An error as the API Gateway words it, or as the service does. */
const gateway = (errorCode, message) => ({ error: { errorCode, message, details: "Details of the error." } });
const service = (code, message) => ({ error: { errorCode: code, message, details: "" } });

for (const [status, code, message, body] of [
  [401, "210", "Permission Denied", gateway],
  [403, "10002", "You have no permission", service],
  [404, "300", "Not Found Exception", gateway],
  [500, "900", "Unexpected Error", gateway],
]) {
  scenario(`${status} while reading a list: said, and tried again`, async ({ page, guard, simulator }) => {
    guard.expectFailedRequest(status);
    await arrive(page, "/buckets", "Buckets");
    await simulator.fault(FRAMES, {
      kind: "answer",
      status,
      contentType: "application/json",
      body: JSON.stringify(body(code, message)),
    });
    await page.getByRole("navigation").getByRole("link", { name: "Frames", exact: true }).click();
    await heading(page, "Frames");
    const text = await (await alert(page)).innerText();
    for (const part of [`HTTP ${status}`, code, message]) assert.ok(text.includes(part), `${part} in: ${text}`);

    await simulator.clearFaults();
    await page.getByRole("button", { name: "Try again", exact: true }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    assert.equal((await rowNames(await table(page, "Data Box Frames"))).length, 3);
  });
}

scenario("a proxy's error page is not taken for the API's answer", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(502);
  await arrive(page, "/buckets", "Buckets");
  await simulator.fault(FRAMES, { kind: "html", status: 502 });
  await page.getByRole("navigation").getByRole("link", { name: "Frames", exact: true }).click();
  const text = await (await alert(page)).innerText();
  assert.match(text, /The response is not from the API/);
  assert.match(text, /HTTP 502/);
});

scenario("a truncated response", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  await simulator.fault(FRAMES, { kind: "truncate" });
  await page.getByRole("navigation").getByRole("link", { name: "Frames", exact: true }).click();
  assert.match(await (await alert(page)).innerText(), /HTTP 200/);
});

scenario("one frame's requests fail, the others' are shown", async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(500);
  await arrive(page, "/frames", "Frames");
  // For as long as it is not cleared: a read is tried more than once.
  await simulator.faultIn("dataBoxFrameNo=83", "get-export-file-approve-list", { kind: "html", status: 500 });
  await page.getByRole("navigation").getByRole("link", { name: "Export review", exact: true }).click();
  await alert(page);
  assert.ok((await rowNames(await table(page, "Export review requests"))).length > 0);
  await simulator.clearFaults();
  await page.getByRole("button", { name: "Try again", exact: true }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
});

scenario("the relay's upstream is dead", async ({ page, guard, keep }) => {
  const dead = await keep(startServer({ root: required("DIST"), upstream: `127.0.0.1:${await freePort()}` }));
  guard.allowOrigin(dead.origin);
  guard.expectFailedRequest(502);
  await open(page, dead.origin);
  await connect(page);
  const text = await (await alert(page)).innerText();
  assert.match(text, /The relay returned an error/);
  assert.match(text, /HTTP 502/);
  assert.match(text, /relay/i, "who to look at");
});

scenario("a relay that nobody answers at", async ({ page, guard, simulator, keep }) => {
  const nobody = `http://127.0.0.1:${await freePort()}`;
  // A site that lets its page connect to this other origin.
  const site = await keep(startServer({ root: required("DIST"), upstream: simulator.host, connect: nobody }));
  guard.allowOrigin(site.origin);
  guard.allowOrigin(nobody);
  guard.expectFailedRequest("net::ERR_CONNECTION_REFUSED");
  await open(page, site.origin);
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByRole("textbox", { name: "Relay", exact: true }).fill(`${nobody}/relay`);
  await connect(page);
  assert.match(await (await alert(page)).innerText(), /The relay could not be reached/);

  await page.getByRole("textbox", { name: "Relay", exact: true }).fill("not a URL");
  await connect(page);
  await page.getByText("A relay begins with / (on this site), https:// or http://.").waitFor();

  await page.getByRole("textbox", { name: "Relay", exact: true }).fill("/relay");
  await connect(page);
  await heading(page, "Overview");
});
