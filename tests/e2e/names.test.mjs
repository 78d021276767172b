// Names that others wrote: they neither break the layout nor change what is copied.

import assert from "node:assert/strict";
import { arrive, stage, table } from "./support/console.mjs";
import { button, dialog, submit, unfold } from "./support/forms.mjs";

const { scenario } = stage();

const LONG = {
  "leading consonants": "\u1100".repeat(300),
  "combining marks": `n${"\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0323\u0324\u0325".repeat(40)}ame.csv`,
  "vowel signs": `\u0915${"\u093e".repeat(300)}.csv`,
  "one word": "x".repeat(2_000),
  "joined emoji": `${"👩🏽‍".repeat(150)}👩`,
};

/** From now on, all that people write is this text in each record of a list. */
async function rename(page, list, text) {
  await page.route(`**/${list}?*`, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    for (const record of body.content) {
      for (const [name, value] of Object.entries(record)) {
        if (typeof value === "string" && /name|file|vpn|purpose|memo/i.test(name)) record[name] = text;
      }
    }
    await route.fulfill({ response: answer, body: JSON.stringify(body) });
  });
}

const box = (locator) => locator.evaluate((element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
});

/** Text that is painted outside the element that should hold it. */
const strayText = (scope, selector) => scope.locator(selector).evaluateAll((elements) => elements.flatMap((element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()]
    .filter((rect) => rect.width > 0 && (rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 2 || rect.bottom > bottom + 2))
    .map((rect) => `${element.tagName} ${element.textContent.slice(0, 20)}: ${JSON.stringify(rect)} in ${left}–${right}`);
}));

for (const [width, height] of [[1440, 900], [390, 844]]) {
  for (const [kind, text] of Object.entries(LONG)) {
    scenario(`${kind} stay in their place at ${width}`, { viewport: { width, height } }, async ({ page }) => {
      await rename(page, "get-export-file-approve-list", text);
      await rename(page, "get-export-file-approve-detail", text);
      await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
      const rows = (await table(page, "Export review requests")).getByRole("row");
      assert.deepEqual(await strayText(page, "tbody th, tbody td"), []);
      const widest = await page.locator("tbody th, tbody td").evaluateAll((cells) => Math.max(...cells.map((cell) => cell.getBoundingClientRect().width)));
      assert.ok(widest <= 420, `a cell is ${widest} px wide`);
      await rows.nth(1).getByRole("checkbox").check();
      await button(page, "Approve selected").click();
      await submit(dialog(page)).waitFor();
      await inReach(page, ["Cancel"]);
      await button(dialog(page), "Cancel").click();
      await rows.nth(1).getByRole("link").first().click();
      await button(page, "Approve").click();
      await inReach(page, ["Cancel", "Approve"]);
      await unfold(dialog(page));
      assert.deepEqual(await strayText(page, "h1, dd, dialog p, dialog label"), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is not wider than the window");
      // The next request may be on its way.
      await page.unrouteAll({ behavior: "ignoreErrors" });
    });
  }
}

/** Buttons of the dialog can be pressed without scrolling: nothing is above them. */
async function inReach(page, names) {
  const { width, height } = page.viewportSize();
  for (const name of names) {
    const found = button(dialog(page), name);
    await found.waitFor();
    const place = await box(found);
    assert.ok(place.left >= 0 && place.top >= 0 && place.right <= width && place.bottom <= height, `${name} is at ${JSON.stringify(place)}`);
    assert.ok(await found.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }), `${name} is covered`);
  }
  const fits = await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth + 1);
  assert.ok(fits, "the dialog is not scrolled sideways");
}

const NAMES = [
  "  two  blanks ",
  "invoice\u202egpj.exe",
  "a\u200bb\u00a0c\u3000d\ne\tf",
  "p\u0430yp\u0430l.csv",
  "\u1112\u1161\u11ab\u1100\u1173\u11af.csv",
  `x${"\u0301\u0302\u0303\u0304\u0305\u0306".repeat(20)}y`,
  "⟨U+202E⟩␣",
  "plain.csv",
];

scenario("what is copied is the real name", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await page.route("**/get-bucket-list*", async (route) => {
    const content = NAMES.map((bucketName) => ({ bucketName }));
    await route.fulfill({ json: { totalCount: content.length, content } });
  });
  await arrive(page, "/buckets", "Buckets");
  const cells = (await table(page, "Object Storage buckets")).getByRole("rowheader");
  const copy = async (select) => {
    await page.evaluate(() => navigator.clipboard.writeText("nothing"));
    await select();
    await page.keyboard.press("Control+C");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  for (const [index, name] of NAMES.entries()) {
    const select = () => cells.nth(index).evaluate((cell) => getSelection().selectAllChildren(cell));
    assert.equal(await copy(select), name);
  }
  // As people do it: with three clicks.
  assert.equal(await copy(() => cells.nth(1).click({ clickCount: 3, position: { x: 4, y: 12 } })), NAMES[1]);
  const both = () => page.evaluate(() => {
    const rows = document.querySelectorAll("tbody th");
    getSelection().setBaseAndExtent(rows[3], 0, rows[4], rows[4].childNodes.length);
  });
  assert.equal(await copy(both), `${NAMES[3]}\t—\n${NAMES[4]}`);
});
