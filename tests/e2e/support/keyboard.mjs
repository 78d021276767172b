// Going through a page as somebody without a mouse does.

import { eventually } from "./process.mjs";

// Beside Firefox's own bars no element of the page has it, although one is still called active.
const has = (locator) => locator.evaluate((element) => document.hasFocus() && element === document.activeElement);

/** Waits until an element has the focus. */
export const focused = (what, locator) =>
  eventually(`the focus is on ${what}`, async () => (await locator.count()) > 0 && has(locator.first()));

/** Presses a key until an element has the focus. */
export async function walk(page, key, target) {
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press(key);
    if ((await target.count()) && (await has(target.first()))) return target.first();
  }
  throw new Error(`${key} does not lead to ${target}`);
}

/** Walks to a button or link and presses Enter. */
export async function use(page, role, name, within = page, key = "Tab") {
  await walk(page, key, within.getByRole(role, { name, exact: true }));
  await page.keyboard.press("Enter");
}

/** Walks to a field by its label and types; what was in a line is replaced. */
export async function type(page, label, text, within = page) {
  await walk(page, "Tab", within.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

/** Walks to a choice and takes the one below, or the first that begins with some letters. */
export async function pick(page, label, letters, within = page) {
  const select = await walk(page, "Tab", within.getByRole("combobox", { name: label, exact: true }));
  await eventually(`${label} can be chosen`, async () => (await select.getByRole("option").count()) > 1);
  if (letters) await page.keyboard.type(letters);
  else await page.keyboard.press("ArrowDown");
}

/** Everything that takes part in the tab order. */
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/**
 * Presses Tab until everything on the page was reached. What could not be: reached, told apart
 * from what has no focus by sight, or used without a mouse.
 */
export async function everyStop(page) {
  const count = await page.evaluate((stops) => {
    const seen = (element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0;
    globalThis.stops = new Set([...document.querySelectorAll(stops)].filter(seen));
    return globalThis.stops.size;
  }, STOPS);
  const faults = [];
  // A field for a date has several stops.
  for (let press = 0; press < count + 40; press += 1) {
    await page.keyboard.press("Tab");
    const step = await page.evaluate(() => {
      const element = document.activeElement;
      if (!globalThis.stops.delete(element)) return { left: globalThis.stops.size };
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const ring = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      // What clips its content, and is no wider than the element, cuts the ring off.
      const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset) - 0.5;
      const cuts = (around) => {
        const { overflow, overflowClipMargin } = getComputedStyle(around);
        const room = reach - (Number.parseFloat(overflowClipMargin) || 0);
        const { left, right, top, bottom } = around.getBoundingClientRect();
        return overflow === "clip" && (box.left - room < left || box.right + room > right || box.top - room < top || box.bottom + room > bottom);
      };
      let around = element.parentElement;
      while (around && !cuts(around)) around = around.parentElement;
      const name = `${element.tagName} "${element.textContent.trim().slice(0, 40)}"`;
      const fault = !ring ? "has no ring" : !inside ? "has the focus out of sight" : around ? `has a ring that ${around.tagName} cuts off` : "";
      return { left: globalThis.stops.size, fault: fault && `${name} ${fault}` };
    });
    if (step.fault) faults.push(step.fault);
    if (step.left === 0) break;
  }
  const rest = await page.evaluate((stops) => {
    const pressed = (element) => getComputedStyle(element).cursor === "pointer" && !element.closest(`${stops}, label`);
    const name = (element) => `${element.tagName} "${element.textContent.trim().slice(0, 40)}"`;
    return [
      ...[...globalThis.stops].filter((element) => element.isConnected).map((element) => `${name(element)} is not reached`),
      ...[...document.querySelectorAll("body *")].filter(pressed).map((element) => `${name(element)} needs a mouse`),
    ];
  }, STOPS);
  return [...faults, ...rest];
}
