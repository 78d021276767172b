// One press of the button that sends is one change, whatever becomes of its answer: the browser, which
// would send it again by itself, is kept from it or refused.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { certificate } from "./support/certificates.mjs";
import { connect, heading, open, stage, startServer } from "./support/console.mjs";
import { startCutter } from "./support/cutter.mjs";
import { button, dialog, fillImport, review } from "./support/forms.mjs";
import { eventually, required } from "./support/process.mjs";

const { scenario } = stage();
const OPERATION = "apply-file-import";
const LIST = "get-import-apply-list";
let folder, tls;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "console-repeated-"));
  tls = await certificate(folder, "console", "127.0.0.1");
});
after(() => rm(folder, { recursive: true, force: true }));

/** How often the list of imports was read after the import. */
async function listedAfter(simulator) {
  const log = await simulator.log();
  const written = log.findIndex((entry) => entry.operation === OPERATION);
  return log.slice(written + 1).filter((entry) => entry.operation === LIST).length;
}

for (const [transport, settings] of [["HTTP/1.1", {}], ["HTTP/2", { tls: true }]]) {
  for (const what of ["is lost on its way", "is lost, the connection broken off before", "is 408"]) {
    scenario(`over ${transport}, an import whose answer ${what}, is one import`, { ignoreHTTPSErrors: true }, async (of) => {
      const { page, guard, simulator, keep } = of;
      const server = await keep(startServer({ root: required("DIST"), upstream: simulator.host, ...(settings.tls && { tls }) }));
      const cutter = await keep(startCutter(server.port));
      const origin = `${new URL(server.origin).protocol}//127.0.0.1:${cutter.port}`;
      guard.allowOrigin(origin);
      guard.expectConsole(/^Failed to load resource/);
      await open(page, `${origin}/imports/new`);
      await connect(page);
      await heading(page, "Request import");
      await fillImport(page, ["once.csv"]);
      await review(page);
      if (what === "is 408") await simulator.fault(OPERATION, { kind: "answer", status: 408, body: "{}", when: "after" });
      else await simulator.fault(OPERATION, { kind: "latency", ms: 400 }, 1);
      await button(dialog(page), "Request import").click();
      await eventually("the import is under way", async () => (await simulator.log(OPERATION)).length > 0);
      if (what === "is lost on its way") await cutter.cutAtAnswer();
      if (what.includes("broken off")) cutter.cut();
      // The console looks what became of it; by then the browser has done all it does.
      await eventually("the console compares", async () => (await listedAfter(simulator)) > 0);
      const log = await simulator.log(OPERATION);
      assert.deepEqual(log.map((entry) => entry.accepted), [true]);
    });
  }

  // The Fetch standard makes a network error of a 401 to a body that can be read once: nobody could
  // tell it from a lost answer.
  scenario(`over ${transport}, refused keys are shown as refused`, { ignoreHTTPSErrors: true }, async (of) => {
    const { page, guard, simulator, keep } = of;
    const server = await keep(startServer({ root: required("DIST"), upstream: simulator.host, ...(settings.tls && { tls }) }));
    guard.allowOrigin(server.origin);
    guard.expectFailedRequest(401);
    await open(page, `${server.origin}/imports/new`);
    await connect(page);
    await heading(page, "Request import");
    await fillImport(page, ["once.csv"]);
    await review(page);
    const body = JSON.stringify({ error: { errorCode: "200", message: "Authentication Failed", details: "Invalid signature." } });
    await simulator.fault(OPERATION, { kind: "answer", status: 401, contentType: "application/json", body });
    await button(dialog(page), "Request import").click();
    await dialog(page).getByRole("alert").getByText("HTTP 401 · 200 · Authentication Failed · Invalid signature.").waitFor();
    await dialog(page).getByText("The API Gateway refused the request").waitFor();
    assert.equal(await dialog(page).getByText("Outcome unknown").count(), 0);
    assert.equal((await simulator.log(OPERATION)).length, 1);
  });
}
