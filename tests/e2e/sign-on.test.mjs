// A company's single sign-on before the relay: the console says whose turn it is.

import assert from "node:assert/strict";
import { required } from "./support/process.mjs";
import { alert, arrive, heading, stage, startServer, table } from "./support/console.mjs";
import { button, dialog } from "./support/forms.mjs";
import { SESSION, startSignOn } from "./support/sign-on.mjs";

const { scenario } = stage();
const FRAMES = "get-data-box-frame-list";

scenario("the company's session ends: sign in again, and go on", async ({ page, guard, simulator, keep }) => {
  const signOn = await keep(startSignOn());
  const site = await keep(startServer({ root: required("DIST"), upstream: simulator.host, signOn: signOn.host }));
  guard.allowOrigin(site.origin);
  const [name, value] = SESSION.split("=");
  const session = { name, value, url: site.origin };
  await page.context().addCookies([session]);
  await arrive(page, `${site.origin}/frames`, "Frames");
  await table(page, "Data Box Frames");

  await page.context().clearCookies();
  await simulator.clearLog();
  guard.expectFailedRequest(401);
  await page.getByRole("button", { name: "Refresh", exact: true }).first().click();
  const shown = await (await alert(page)).innerText();
  assert.match(shown, /Sign in to your company first/);
  assert.match(shown, /Reload this page/);
  assert.deepEqual(await simulator.log(), []);

  // The advice, followed: the login, and the page that was asked for.
  await page.reload();
  await page.waitForURL(/\/oauth2\/start/);
  await page.context().addCookies([session]);
  await arrive(page, `${site.origin}/frames`, "Frames");
  await table(page, "Data Box Frames");
});

for (const [what, fault] of [
  ["a redirect", { kind: "answer", status: 302, contentType: "text/html", body: "" }],
  ["a login page", { kind: "answer", status: 200, contentType: "text/html", body: "<!doctype html><form action=/login></form>" }],
  ["a page that says 401", { kind: "answer", status: 401, contentType: "text/html", body: "<html>401 Authorization Required</html>" }],
]) {
  scenario(`${what} in the place of an answer is a login`, async ({ page, guard, simulator }) => {
    await arrive(page, "/frames", "Frames");
    await table(page, "Data Box Frames");
    await simulator.fault(FRAMES, fault);
    if (fault.status === 401) guard.expectFailedRequest(401);
    await page.getByRole("button", { name: "Refresh", exact: true }).first().click();
    assert.match(await (await alert(page)).innerText(), /Sign in to your company first/);
    await heading(page, "Frames");
  });
}

scenario("a redirect in the place of a decision's answer: nobody knows who gave it", async ({ page, simulator }) => {
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  const link = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
  const file = await link.innerText();
  await link.click();
  await heading(page, file);
  await button(page, "Approve").click();
  await simulator.fault("export-file-approve", { kind: "answer", status: 302, contentType: "text/html", body: "" }, 1);
  await button(dialog(page), "Approve").click();
  await dialog(page).getByText("Outcome unknown").waitFor();
  await dialog(page).getByText("Sign in to your company first").waitFor();
  // It is sent again only after it was compared, and confirmed.
  await button(dialog(page), "Send again…").waitFor();
  assert.equal(await button(dialog(page), "Approve").count(), 0);
});

scenario("an error of the relay is called one", async ({ page, guard, simulator }) => {
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  await simulator.fault(FRAMES, { kind: "close", when: "before" });
  guard.expectFailedRequest(502);
  await page.getByRole("button", { name: "Refresh", exact: true }).first().click();
  const shown = await (await alert(page)).innerText();
  assert.match(shown, /The relay returned an error/);
  assert.match(shown, /HTTP 502 · RELAY_UPSTREAM · The relay got no answer from the API Gateway\./);
});
