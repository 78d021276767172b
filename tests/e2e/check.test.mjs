// The connection check: what a relay does to requests, found by two reads of the page.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { arrive, connect, heading, open, stage, startServer } from "./support/console.mjs";
import { startMeddler } from "./support/meddler.mjs";
import { required } from "./support/process.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";

const corsAnywhere = createRequire(import.meta.url)("cors-anywhere");
const { scenario } = stage();
const OK = "OK";
const MEND = "Fix needed";
const JUDGE = "Your decision";
const NOT_YET = "Not checked";

/** Types the keys, and URLs if they are others than config.json's. */
async function type(page, { secret = SECRET_KEY, ...urls } = {}) {
  const names = Object.keys(urls);
  if (names.length > 0) await page.getByText("Advanced", { exact: true }).click();
  for (const name of names) await page.getByRole("textbox", { name, exact: true }).fill(urls[name]);
  await page.getByLabel("Access key", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("Secret key", { exact: true }).fill(secret);
}

/** Presses the button, and reads each property: how it stands, and what is said. */
async function check(page) {
  await page.getByRole("button", { name: "Check connection", exact: true }).click();
  await page.getByRole("status").filter({ hasText: /^Checked / }).waitFor();
  const list = page.getByRole("list", { name: "Connection check", exact: true });
  const lines = await list.getByRole("listitem").allInnerTexts();
  return Object.fromEntries(
    lines.map((line) => {
      const [, verdict, name, said] = line.match(/^(\S+(?: \S+)?) (Reachable|CORS|Keys|Path and query|Date and clock|Encryption|Relay operator)\n+(.*)$/s);
      return [name, { verdict, said }];
    }),
  );
}

const verdicts = (found) => Object.values(found).map(({ verdict }) => verdict);

/** Nothing that was typed stays. */
async function leave(page) {
  await page.getByLabel("Secret key", { exact: true }).fill("");
}

scenario("a good relay has ticks only, and connecting goes on", async ({ page, simulator }) => {
  await open(page);
  await type(page);
  const found = await check(page);
  assert.deepEqual(verdicts(found), Array(7).fill(OK));
  assert.match(found.CORS.said, /Not needed/);
  assert.match(found["Date and clock"].said, /In sync with the gateway/);
  assert.match(found.Encryption.said, /fine for development/);
  const log = await simulator.log();
  assert.deepEqual(log.map((entry) => [entry.operation, entry.refusal ?? null]), [
    ["get-data-box-frame-list", null],
    ["get-import-apply-list", null],
  ]);
  assert.match(log[1].path, /status=%ED%95%9C%EA%B8%80%20a%2Bb%2F%2Fc%252F%26%3D~/);

  await connect(page);
  await heading(page, "Overview");
  await page.getByRole("navigation").getByRole("link", { name: "Activity", exact: true }).click();
  const requests = await page.getByRole("table", { name: "Requests", exact: true }).getByRole("rowheader").allInnerTexts();
  assert.ok(requests.some((text) => text.includes("get-import-apply-list")), "every request is recorded");
});

scenario("the connection in use is checked in Settings, with the keyboard alone", async ({ page }) => {
  await arrive(page, "/settings", "Settings");
  await page.getByRole("button", { name: "Check connection", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Checked /relay: nothing to fix." }).waitFor();
  assert.deepEqual(verdicts(await check(page)), Array(7).fill(OK));
});

scenario("wrong keys are no fault of the query", { secrets: ["WRONG-SECRET", SECRET_KEY] }, async ({ page, guard, simulator }) => {
  guard.expectFailedRequest(401);
  await open(page);
  await type(page, { secret: "WRONG-SECRET" });
  const found = await check(page);
  assert.deepEqual(verdicts(found), [OK, OK, MEND, NOT_YET, OK, OK, OK]);
  assert.match(found.Keys.said, /keys are wrong, the relay changes the path, or this computer's clock/);
  assert.equal((await simulator.log()).length, 1);
  await leave(page);
});

/** A scenario through a proxy that meddles with what passes, before console and relay. */
function meddled(name, meddling, body) {
  scenario(name, async (of) => {
    const meddler = await of.keep(startMeddler(new URL(of.server.origin).host, meddling));
    of.guard.allowOrigin(meddler.origin);
    if (meddling.fails) of.guard.expectFailedRequest(meddling.fails);
    await open(of.page, meddler.origin);
    await type(of.page);
    await body(of, await check(of.page));
    await leave(of.page);
  });
}

meddled("a relay without Date", { answer: (headers) => delete headers.date }, async (_, found) => {
  assert.deepEqual(verdicts(found), [OK, OK, OK, OK, MEND, OK, OK]);
  assert.match(found["Date and clock"].said, /proxy_pass_header Date/);
});

meddled("a clock that is off is shown", { answer: (headers) => (headers.date = new Date(Date.now() + 120_000).toUTCString()) }, async (_, found) => {
  assert.deepEqual(verdicts(found), Array(7).fill(OK));
  assert.match(found["Date and clock"].said, /This computer's clock is (1 min 59|2 min( 0)?( 1)?).* slow/);
});

for (const [what, url] of [
  ["writes spaces in another way", (text) => text.replaceAll("%20", "+")],
  ["drops the query", (text) => text.split("?")[0]],
  ["decodes slashes", (text) => text.replaceAll("%2F", "/")],
  ["decodes twice", (text) => text.replaceAll("%25", "%")],
]) {
  meddled(`a relay that ${what}`, { url, fails: 401 }, async (_, found) => {
    assert.deepEqual(verdicts(found), [OK, OK, OK, MEND, OK, OK, OK]);
    assert.match(found["Path and query"].said, /The keys are right.*byte for byte/);
  });
}

scenario("nothing answers at the relay's URL", async ({ page, guard, server }) => {
  await open(page);
  await type(page, { Relay: "/nowhere" });
  const found = await check(page);
  assert.equal(found.Reachable.verdict, MEND);
  assert.match(found.Reachable.said, /not from the API.*Check the relay's URL/);
  assert.deepEqual(verdicts(found).slice(1), [OK, NOT_YET, NOT_YET, NOT_YET, OK, OK]);
  // The server itself goes away under the page.
  guard.expectConsole(/ERR_FAILED/);
  await page.route(`${server.origin}/nowhere/**`, (route) => route.abort());
  const silent = await check(page);
  assert.match(silent.Reachable.said, /No response.*network is down/);
  await leave(page);
});

/** A console whose policy allows `relay`, if that is given. */
async function elsewhere({ page, guard, simulator, keep }, relay, body) {
  const site = await keep(startServer({ root: required("DIST"), upstream: simulator.host, connect: relay }));
  guard.allowOrigin(site.origin);
  await open(page, site.origin);
  await body(site);
  await leave(page);
}

scenario("a relay on another origin that exposes Date, and one that does not", async (of) => {
  const { page, guard, simulator, server, keep } = of;
  // The console's origin has to be known to the relay, and the relay's to the console: a proxy
  // before the console tells its own.
  const before = await keep(startMeddler(new URL(server.origin).host, {}));
  const relay = await keep(startServer({ consoleOrigin: before.origin, upstream: simulator.host }));
  const policy = (headers) => {
    headers["content-security-policy"] = headers["content-security-policy"].replace("connect-src 'self'", `connect-src 'self' ${relay.origin} ${hiding.origin}`);
  };
  before.meddle({ answer: policy });
  const hiding = await keep(startMeddler(new URL(relay.origin).host, { answer: (headers) => delete headers["access-control-expose-headers"] }));
  for (const { origin } of [before, relay, hiding]) guard.allowOrigin(origin);
  await open(page, before.origin);
  await type(page, { Relay: `${relay.origin}/relay` });
  await page.getByText("could alter them").waitFor();
  const found = await check(page);
  assert.deepEqual(verdicts(found), [OK, OK, OK, OK, OK, OK, JUDGE]);
  assert.match(found["Relay operator"].said, /another origin.*sees every request/);

  await page.getByRole("textbox", { name: "Relay", exact: true }).fill(`${hiding.origin}/relay`);
  const hidden = await check(page);
  assert.deepEqual(verdicts(hidden), [OK, MEND, OK, OK, NOT_YET, OK, JUDGE]);
  assert.match(hidden.CORS.said, /Access-Control-Expose-Headers: Date/);
  await leave(page);
});

scenario("a relay on another origin that does not allow this page, and one that the policy does not name", async (of) => {
  const { page, guard, simulator, keep } = of;
  const relay = await keep(startServer({ consoleOrigin: "https://console.example", upstream: simulator.host }));
  guard.allowOrigin(relay.origin);
  guard.expectConsole(/CORS policy|ERR_FAILED/);
  await elsewhere(of, relay.origin, async () => {
    await type(page, { Relay: `${relay.origin}/relay` });
    const found = await check(page);
    assert.deepEqual(verdicts(found), [MEND, NOT_YET, NOT_YET, NOT_YET, NOT_YET, OK, JUDGE]);
    assert.match(found.Reachable.said, /a page can't tell why.*CORS.*connect-src/);
    assert.deepEqual(await simulator.log(), []);
  });
  guard.expectConsole(/Content Security Policy/);
  guard.expectViolation(/^connect-src/);
  await elsewhere(of, undefined, async () => {
    await type(page, { Relay: `${relay.origin}/relay` });
    assert.match((await check(page)).Reachable.said, /a page can't tell why.*CORS.*connect-src/);
  });
});

scenario("cors-anywhere works, and is warned of before and after", async (of) => {
  const { page, guard, simulator, keep } = of;
  const proxy = corsAnywhere.createServer();
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  await keep({
    stop: async () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  });
  const origin = `http://127.0.0.1:${proxy.address().port}`;
  guard.allowOrigin(origin);
  await elsewhere(of, origin, async () => {
    await type(page, { Relay: `${origin}/{url}`, Gateway: `http://${simulator.host}` });
    await page.getByText("Never send real data through a public proxy such as cors-anywhere").waitFor();
    const found = await check(page);
    assert.deepEqual(verdicts(found), [OK, OK, OK, OK, OK, OK, JUDGE]);
    assert.match(found["Relay operator"].said, /takes whole URLs.*cors-anywhere/);
  });
});
