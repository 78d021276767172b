import assert from "node:assert/strict";
import { alert, arrive, connect, heading, navigate, open, rowNames, stage, table } from "./support/console.mjs";
import { SECRET_KEY } from "./support/simulator.mjs";

const { scenario } = stage();
const WRONG = "WRONG-SECRET-KEY-OF-NOBODY";

scenario("right keys lead to the overview", async ({ page, simulator }) => {
  await open(page, "/connect");
  await connect(page);
  await heading(page, "Overview");
  assert.equal(new URL(page.url()).pathname, "/overview");
  await navigate(page, "Frames");
  const frames = await table(page, "Data Box Frames");
  assert.equal((await rowNames(frames)).length, 3);
  const refused = (await simulator.log()).filter((entry) => entry.refusal);
  assert.deepEqual(refused, []);
});

scenario("wrong keys are recognized and can be corrected", { secrets: [WRONG, SECRET_KEY] }, async ({ page, guard }) => {
  guard.expectFailedRequest(401);
  await open(page);
  await connect(page, { secret: WRONG });
  const text = await (await alert(page)).innerText();
  assert.match(text, /HTTP 401/);
  assert.match(text, /200/, "the code");
  assert.match(text, /Authentication Failed/i, "the message");
  assert.equal(await page.getByLabel("Access key", { exact: true }).inputValue(), "DEMO-ACCESS-KEY", "is kept");
  assert.equal(await page.getByLabel("Secret key", { exact: true }).inputValue(), "", "is gone");
  await connect(page);
  await heading(page, "Overview");
  await page.getByRole("alert").waitFor({ state: "detached" });
});

scenario("missing keys send nothing", async ({ page, simulator }) => {
  await open(page);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("Required", { exact: true }).first().waitFor();
  assert.deepEqual(await simulator.log(), []);
});

scenario("keys are forgotten on request", async ({ page }) => {
  await arrive(page, "/settings", "Settings");
  await page.getByRole("button", { name: "Forget keys", exact: true }).click();
  await heading(page, "Connect");
  assert.equal(await page.getByRole("navigation").count(), 0);
});

scenario("a deep link to a review waits for the keys and leads there", async ({ page, simulator }) => {
  await arrive(page, "/reviews", "Export review");
  const link = (await table(page, "Export review requests")).getByRole("rowheader").first().getByRole("link");
  const [path, file] = [await link.getAttribute("href"), await link.innerText()];
  await simulator.clearLog();
  await open(page, path);
  assert.deepEqual(await simulator.log(), [], "nothing is sent without keys");
  await connect(page);
  await heading(page, file);
  assert.equal(new URL(page.url()).pathname, path);
  await page.goBack();
  // The Connect page is no step of the history.
  await heading(page, "Connect");
  assert.equal(new URL(page.url()).searchParams.get("next"), "/reviews?status=REQ_CMPL");
});

scenario("a deep link keeps its filters", async ({ page, simulator }) => {
  const path = "/reviews?status=REQ_CMPL";
  await page.goto(path);
  await heading(page, "Connect");
  assert.deepEqual(await simulator.log(), [], "nothing is sent without keys");
  await connect(page);
  await heading(page, "Export review");
  const url = new URL(page.url());
  assert.equal(url.pathname, "/reviews");
  assert.equal(url.searchParams.get("status"), "REQ_CMPL");
});
