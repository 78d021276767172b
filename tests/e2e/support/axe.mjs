// What axe finds on a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** The violations of the page as it is now, each in a line. */
export async function scan(page, place) {
  // As an evaluation and not as a script element: the policy of the page stays as it is.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ target, any, all }) => `${target.join(" ")}: ${[...any, ...all].map(({ message }) => message).join("; ")}`),
      count: nodes.length,
    }));
  }, RULES);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, help, nodes, count }) => `${place}: ${id} (${help}), ${count} ×\n      ${nodes.join("\n      ")}`),
    ...(wide > 0 ? [`${place}: ${wide} px wider than the screen`] : []),
  ];
}
