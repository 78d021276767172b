import assert from "node:assert/strict";
import { alert, arrive, heading, navigate, openTab, rowNames, stage, table } from "./support/console.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();

/** Column headings of a table. */
const columns = (found) => found.getByRole("columnheader").allInnerTexts();

scenario("frames, a frame, a box, and back", async ({ page }) => {
  await arrive(page, "/frames", "Frames");
  const frames = await table(page, "Data Box Frames");
  assert.deepEqual((await columns(frames)).slice(0, 5), ["Name", "Number", "Status", "Boxes", "Created"]);
  const [frame] = await rowNames(frames);

  await frames.getByRole("link", { name: frame, exact: true }).click();
  await heading(page, frame);
  assert.match(new URL(page.url()).pathname, /^\/frames\/\d+$/);
  assert.match(await page.title(), new RegExp(frame.replace(/[^\w가-힣 ]/g, ".")));
  await openTab(page, "Infrastructure");
  assert.ok((await rowNames(await table(page, "Infrastructure"))).length > 0);
  await openTab(page, "Data boxes");
  const boxes = await table(page, "Data boxes");
  const [box] = await rowNames(boxes);

  await boxes.getByRole("link", { name: box, exact: true }).click();
  await heading(page, box);
  assert.match(new URL(page.url()).pathname, /^\/frames\/\d+\/boxes\/\d+$/);
  await openTab(page, "Infrastructure");
  assert.ok((await rowNames(await table(page, "Infrastructure"))).length > 0);

  // Back to the box's summary, to the tabs of the frame, to the frames.
  for (const [path, title] of [[/boxes\/\d+$/, box], [/\/boxes$/, frame], [/\/infrastructure$/, frame], [/^\/frames\/\d+$/, frame], [/^\/frames$/, "Frames"]]) {
    await page.goBack();
    await eventually(`back at ${path}`, () => path.test(new URL(page.url()).pathname));
    await heading(page, title);
  }
  await page.goForward();
  await heading(page, frame);
});

scenario("every frame and every box can be opened", async ({ page, guard }) => {
  guard.expectFailedRequest(403);
  await arrive(page, "/frames", "Frames");
  for (const frame of await rowNames(await table(page, "Data Box Frames"))) {
    await (await table(page, "Data Box Frames")).getByRole("link", { name: frame, exact: true }).click();
    await heading(page, frame);
    await openTab(page, "Data boxes");
    const boxes = await table(page, "Data boxes");
    const closedAt = (await columns(boxes)).indexOf("Availability");
    for (const box of await rowNames(boxes)) {
      const row = (await table(page, "Data boxes")).getByRole("row").filter({ hasText: box });
      const closed = (await row.getByRole("cell").nth(closedAt - 1).innerText()) === "Disabled";
      await row.getByRole("link", { name: box, exact: true }).click();
      if (closed) {
        // The service refuses a box that is closed; its page says so.
        assert.match(await (await alert(page)).innerText(), /HTTP 403/);
      } else {
        await heading(page, box);
        await page.getByRole("definition").first().waitFor();
      }
      await page.goBack();
      await heading(page, frame);
    }
    await navigate(page, "Frames");
    await heading(page, "Frames");
  }
});

scenario("buckets", async ({ page }) => {
  await arrive(page, "/frames", "Frames");
  await navigate(page, "Buckets");
  assert.ok((await rowNames(await table(page, "Object Storage buckets"))).length > 0);
});

scenario("a table says when it was read and reads again", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  await table(page, "Object Storage buckets");
  await page.getByText(/^Updated at /).waitFor();
  await simulator.clearLog();
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await table(page, "Object Storage buckets");
  assert.equal((await simulator.log("get-bucket-list")).length, 1);
});

scenario("activity shows requests without the secret", async ({ page, simulator }) => {
  await arrive(page, "/frames", "Frames");
  await table(page, "Data Box Frames");
  await navigate(page, "Activity");
  await page.getByRole("checkbox", { name: "Group repeated reads", exact: true }).uncheck();
  const requests = page.getByRole("table", { name: "Requests", exact: true });
  await requests.getByRole("rowheader").first().getByText("get-data-box-frame-list").first().click();
  await requests.getByText("String to sign").first().waitFor();
  const sent = await simulator.log();
  assert.equal(await requests.getByRole("rowheader").count(), sent.length);
  await requests.getByText(/GET \/api\/v1\/data-box-frame\/get-data-box-frame-list/).first().waitFor();
});

scenario("a URL without a page says so", async ({ page }) => {
  await arrive(page, "/nothing/here", "Page not found");
});
