import assert from "node:assert/strict";
import { alert, arrive, heading, stage, table } from "./support/console.mjs";

const { scenario } = stage();
const BOX = "/frames/83/boxes/381";

const button = (scope, name) => scope.getByRole("button", { name, exact: true });
const dialog = (page) => page.getByRole("dialog");
const sent = async (simulator, operation) => (await simulator.log(operation)).map((entry) => JSON.parse(entry.body ?? "null"));

scenario("the external network is allowed", async ({ page, simulator }) => {
  await arrive(page, BOX, "BOX#1");
  await button(page, "Allow external network").click();
  // From then on data can leave without a review.
  const send = button(dialog(page), "Allow external network");
  assert.equal(await send.getAttribute("aria-disabled"), "true");
  await dialog(page).getByRole("textbox", { name: "Type BOX#1 to confirm", exact: true }).fill("BOX#1");
  await send.click();
  await dialog(page).waitFor({ state: "detached" });
  assert.ok((await page.getByRole("status").first().innerText()).length > 0, "the service's message");
  assert.deepEqual(await sent(simulator, "set-block-external-network"), [
    { dataBoxFrameNo: 83, dataBoxNo: 381, isBlock: false },
  ]);
});

scenario("a box is returned only after its name was typed", async ({ page, simulator }) => {
  await arrive(page, BOX, "BOX#1");
  await button(page, "Return data box").click();
  // Counted when it is asked for.
  await dialog(page).getByText("Servers and volumes", { exact: true }).waitFor();
  const send = button(dialog(page), "Return data box");
  assert.equal(await send.getAttribute("aria-disabled"), "true");
  // Why, for those who can't hover; Escape closes that and not the dialog.
  await send.press("Enter");
  const reason = dialog(page).getByRole("status").getByText("Type the name first.", { exact: true });
  await reason.waitFor();
  await page.keyboard.press("Escape");
  await reason.waitFor({ state: "detached" });
  assert.ok(await dialog(page).isVisible());
  const name = dialog(page).getByRole("textbox", { name: "Type BOX#1 to confirm", exact: true });
  await name.fill("BOX#2");
  await name.press("Enter");
  assert.deepEqual(await sent(simulator, "return-data-box"), [], "another name sends nothing");
  await name.fill("BOX#1");
  await name.press("Enter");
  await dialog(page).waitFor({ state: "detached" });
  assert.deepEqual(await sent(simulator, "return-data-box"), [{ dataBoxFrameNo: 83, dataBoxNo: 381 }]);
  await page.getByText("This data box is being returned.", { exact: true }).first().waitFor();
  assert.equal(await button(page, "Return data box").getAttribute("aria-disabled"), "true");
});

scenario("a frame is returned only after its name was typed", async ({ page, simulator, guard }) => {
  await arrive(page, "/frames/83", "clinical-cohort-frame");
  await button(page, "Return frame").click();
  await dialog(page).getByRole("textbox", { name: "Type clinical-cohort-frame to confirm" }).fill("clinical-cohort-frame");
  // Whatever the service says to it, it is asked once and its answer is shown.
  guard.expectFailedRequest(400);
  await button(dialog(page), "Return frame").click();
  await Promise.race([alert(page), dialog(page).waitFor({ state: "detached" })]);
  assert.deepEqual(await sent(simulator, "return-data-box-frame"), [{ dataBoxFrameNo: 83 }]);
});

scenario("a volume of a frame gets another size, if it is one", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/infrastructure", "clinical-cohort-frame");
  const infra = await table(page, "Infrastructure");
  await infra.getByRole("row").filter({ hasText: "NAS" }).first().getByRole("button", { name: "Resize" }).click();
  const size = dialog(page).getByRole("textbox", { name: "New size (GB)", exact: true });
  await size.fill("550");
  await button(dialog(page), "Resize").click();
  await dialog(page).getByText("500 to 10,000 in steps of 100.", { exact: true }).waitFor();
  assert.deepEqual(await sent(simulator, "change-data-box-frame-nas-volume-size"), [], "550 is between two steps");
  await size.fill("2100");
  await button(dialog(page), "Resize").click();
  await dialog(page).waitFor({ state: "detached" });
  const [body] = await sent(simulator, "change-data-box-frame-nas-volume-size");
  assert.equal(body.volumeSize, 2100);
});

scenario("a volume of a box gets another size", async ({ page, simulator }) => {
  await arrive(page, `${BOX}/infrastructure`, "BOX#1");
  const infra = await table(page, "Infrastructure");
  await infra.getByRole("button", { name: "Resize" }).first().click();
  await dialog(page).getByRole("textbox", { name: "New size (GB)", exact: true }).fill("1500");
  await button(dialog(page), "Resize").click();
  await dialog(page).waitFor({ state: "detached" });
  const [body] = await sent(simulator, "change-data-box-nas-volume-size");
  assert.equal(body.volumeSize, 1500);
  await heading(page, "BOX#1");
});
