// A browser's translation: the console opts out of it, and what is sent and confirmed would be the
// data's own even if a browser did not care.

import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { arrive, navigate, open, stage, startServer, table } from "./support/console.mjs";
import { bodies, button, dialog, fillImport, review } from "./support/forms.mjs";
import { required, temporaryFolder } from "./support/process.mjs";

const { scenario } = stage();
const FRAME = "clinical-cohort-frame";
const LIST = "Export review requests";

/**
 * Does what Chromium's translation does: puts other texts into <font> elements in place of all
 * texts. `obeys`: unless the page opts out. How many texts were replaced.
 */
const translate = (page, obeys) =>
  page.evaluate((obeys) => {
    let replaced = 0;
    const walk = (element, off) => {
      off ||= obeys && (element.getAttribute("translate") === "no" || element.classList.contains("notranslate"));
      for (const child of [...element.childNodes]) {
        if (child.nodeType === Node.ELEMENT_NODE && child.localName !== "script") walk(child, off);
        if (child.nodeType !== Node.TEXT_NODE || !child.data.trim() || off || child.data.startsWith("«")) continue;
        const outer = document.createElement("font");
        outer.append(Object.assign(document.createElement("font"), { textContent: `«${child.data}»` }));
        child.replaceWith(outer);
        replaced += 1;
      }
    };
    if (obeys && document.querySelector('meta[name="google"][content="notranslate"]')) return 0;
    walk(document.documentElement, false);
    return replaced;
  }, obeys);

/** What keeps browsers from translating. */
const optOut = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    return {
      lang: root.lang,
      translate: root.getAttribute("translate"),
      notranslate: root.classList.contains("notranslate"),
      meta: document.querySelectorAll('meta[name="google"][content="notranslate"]').length,
    };
  });
const OUT = { translate: "no", notranslate: true, meta: 1 };

scenario("table, form and dialog are not translated, in either language", async ({ page }) => {
  const holds = async (lang) => {
    assert.deepEqual(await optOut(page), { lang, ...OUT });
    assert.equal(await translate(page, true), 0);
  };
  await open(page, "/reviews?status=REQ_CMPL");
  await holds("en");
  await arrive(page, "/reviews?status=REQ_CMPL", "Export review");
  const rows = await table(page, LIST);
  const before = await rows.getByRole("row").allInnerTexts();
  await holds("en");
  assert.deepEqual(await rows.getByRole("row").allInnerTexts(), before);
  await rows.getByRole("rowheader").first().getByRole("link").click();
  await button(page, "Approve").click();
  await dialog(page).waitFor();
  await holds("en");
  await button(dialog(page), "Cancel").click();
  await navigate(page, "Settings");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption("ko");
  await page.getByRole("heading", { level: 1, name: "설정", exact: true }).waitFor();
  await holds("ko");
});

scenario("the loader opts out too, for a page that lost it", async ({ page, guard, simulator, keep }) => {
  const { path: root } = await keep(temporaryFolder("translation"));
  await cp(required("DIST"), root, { recursive: true });
  const index = join(root, "index.html");
  const text = await readFile(index, "utf8");
  const without = text.replace(/<html[^>]*>/, "<html lang=en>").replace(/<meta[^>]*notranslate[^>]*>/, "");
  assert.doesNotMatch(without, /translate/);
  await writeFile(index, without);
  const site = await keep(startServer({ root, upstream: simulator.host }));
  guard.allowOrigin(site.origin);
  await open(page, site.origin);
  assert.deepEqual(await optOut(page), { lang: "en", ...OUT });
});

scenario("what is confirmed and sent is the data's own, whatever the document says", async ({ page, simulator }) => {
  await arrive(page, "/imports/new", "Request import");
  await fillImport(page, ["a.csv"]);
  assert.ok((await translate(page, false)) > 10);
  await button(page, "«Review and send»").click();
  const shown = await dialog(page).innerText();
  for (const name of ["83", FRAME, "381", "BOX#1", "nasw381n1", "cohort-raw-data", "a.csv"]) {
    assert.ok(shown.includes(name), `${name} in ${shown}`);
  }
  assert.doesNotMatch(shown, /[«»]/);
  await translate(page, false);
  await button(dialog(page), "«Request import»").click();
  await dialog(page).waitFor({ state: "detached" });
  const [body] = await bodies(simulator, "apply-file-import");
  assert.equal(body.dataBoxFrameNo, 83);
  assert.equal(body.sourceBucketName, "cohort-raw-data");
  assert.doesNotMatch(JSON.stringify(body), /[«»]/);
});

scenario("what has to be typed is the data's own name", async ({ page, simulator }) => {
  await arrive(page, "/frames/83/boxes/381", "BOX#1");
  await translate(page, false);
  await button(page, "«Return data box»").click();
  await dialog(page).waitFor();
  await translate(page, false);
  const field = dialog(page).getByRole("textbox", { name: "«Type BOX#1 to confirm»", exact: true });
  const send = button(dialog(page), "«Return data box»");
  await field.fill("«BOX#1»");
  assert.equal(await send.getAttribute("aria-disabled"), "true", "not the translated name");
  await field.fill("BOX#1");
  await send.click();
  await dialog(page).waitFor({ state: "detached" });
  assert.equal(String((await bodies(simulator, "return-data-box"))[0].dataBoxNo), "381");
});
