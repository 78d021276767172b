// Console and relay behind a single sign-on: who has not signed in reaches neither.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SESSION, startSignOn } from "../e2e/support/sign-on.mjs";
import { APPROVE, BUCKETS, onBoth, refusedByRelay, signed } from "./support/servers.mjs";

const settings = async (of, atEnd) => {
  of.signOn = await startSignOn();
  atEnd(() => of.signOn.stop());
  return { signOn: of.signOn.host };
};

onBoth(settings, (of) => {
  test("leads the page of who has not signed in to the login", async () => {
    for (const path of ["/", "/reviews/83/381/1543"]) {
      const answer = await of.ask(path);
      assert.equal(answer.status, 302, path);
      const { pathname, search } = new URL(answer.headers.location, of.server.origin);
      assert.deepEqual([pathname, search], ["/oauth2/start", `?rd=${path}`]);
    }
    const file = await of.ask("/config.json");
    assert.equal(file.status, 302);
    const page = await of.ask("/oauth2/start?rd=/");
    assert.equal(page.status, 200);
    assert.match(page.text, /<form.*rd=\//);
    // The console's policy forbids forms.
    assert.equal(page.headers["content-security-policy"], undefined);
  });

  test("the relay says so in its own words, and the gateway hears nothing", async () => {
    await of.simulator.clearLog();
    const read = () => of.ask(`/relay${BUCKETS}`, { headers: signed("GET", BUCKETS) });
    await refusedByRelay(of, await read(), 401);
    await refusedByRelay(of, await of.ask(`/relay${APPROVE}`, { method: "POST", headers: signed("POST", APPROVE), body: "{}" }), 401);
    assert.equal((await of.ask("/relay/health")).status, 200);
  });

  test("who has signed in gets the page and the relay", async () => {
    of.signOn.asked.length = 0;
    const page = await of.ask("/frames", { headers: { cookie: SESSION } });
    assert.equal(page.status, 200);
    assert.ok(page.headers["content-security-policy"].includes("form-action 'none'"));
    await of.simulator.clearLog();
    const headers = { ...signed("POST", APPROVE), cookie: `a=b; ${SESSION}`, "content-type": "application/json" };
    const answer = await of.ask(`/relay${APPROVE}`, { method: "POST", headers, body: '{"a":"a-password"}' });
    assert.notEqual(answer.status, 401, answer.text);
    const log = await of.simulator.log();
    assert.deepEqual(log.map(({ path, body }) => [path, body]), [[APPROVE, '{"a":"a-password"}']]);
    assert.ok(!log[0].headerNames.includes("cookie"));
    // The single sign-on sees who it is, and nothing of what is signed.
    assert.ok(of.signOn.asked.length >= 2);
    for (const { method, headers: seen, body } of of.signOn.asked) {
      assert.deepEqual([method, body], ["GET", ""]);
      assert.ok(seen.cookie.includes(SESSION));
      assert.doesNotMatch(Object.keys(seen).join(), /x-ncp/);
    }
  });

  test("a single sign-on that fails lets nobody in", async () => {
    for (const status of [500, 503]) {
      of.signOn.login.status = status;
      await of.simulator.clearLog();
      await refusedByRelay(of, await of.ask(`/relay${BUCKETS}`, { headers: signed("GET", BUCKETS) }), 500);
      assert.equal((await of.ask("/")).status, 500);
    }
    of.signOn.login.status = 401;
  });
});
