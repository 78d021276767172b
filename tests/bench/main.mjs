// Measures the parts that are asked for, prints a table of each, and writes all into a JSON file.
// A time never fails it: machines differ. What counts are ratios of one run.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { required } from "../e2e/support/process.mjs";
import { lists } from "./lists.mjs";
import { memory } from "./memory.mjs";
import { request } from "./request.mjs";
import { start } from "./start.mjs";
import { launch, makeSite, median } from "./support.mjs";
import { table } from "./table.mjs";

const PARTS = { start, table, request, lists, memory };

const names = required("PARTS").split(",");
const runs = Number(required("RUNS"));
const root = await makeSite();

async function machine() {
  const browser = await launch();
  const chromium = browser.version();
  await browser.close();
  const [{ model }] = cpus();
  const system = (await readFile("/etc/os-release", "utf8").catch(() => "")).match(/^PRETTY_NAME="(.*)"/m)?.[1];
  return { processor: model, cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), system: system ?? release(), chromium, node: process.version, load: loadavg()[0] };
}

const number = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** A part as a table of Markdown, which is read on a screen too. */
function render({ title, unit, columns, rows }) {
  const cell = (row, samples) => (samples ? `${number(median(samples))} ${row.unit ?? unit}`.trim() : "");
  const ratio = ([a, b]) => (b && median(b) > 0 ? (median(a) / median(b)).toFixed(2) : "");
  const lines = rows.map((row) => [row.name, ...columns.map((_, index) => cell(row, row.samples[index])), ratio(row.samples)]);
  const table = [[title, ...columns, "ratio"], ...lines];
  const widths = table[0].map((_, index) => Math.max(...table.map((line) => line[index].length)));
  const text = (line) => `| ${line.map((value, index) => (index ? value.padStart(widths[index]) : value.padEnd(widths[index]))).join(" | ")} |`;
  const rule = `|${widths.map((width, index) => (index ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [text(table[0]), rule, ...table.slice(1).map(text)].join("\n");
}

const report = { commit: required("COMMIT"), date: new Date().toISOString(), runs, machine: await machine(), parts: {} };
const { processor, cores, memoryGB, system, chromium, load } = report.machine;
console.log(`${report.commit}, ${processor}, ${cores} cores, ${memoryGB} GB, ${system}, Chromium ${chromium}, load before ${load.toFixed(1)}, medians of ${runs} runs\n`);
for (const name of names) {
  // What is under way, for those who wait; the tables alone go to the standard output.
  const say = (text) => console.error(`${name}: ${text}`);
  const part = await PARTS[name]({ root, runs, say });
  report.parts[name] = { ...part, medians: part.rows.map((row) => [row.name, ...row.samples.map(median)]) };
  console.log(`${render(part)}\n`);
}
await mkdir(required("OUT"), { recursive: true });
const file = join(required("OUT"), `${report.date.replaceAll(":", "").slice(0, 17)}.json`);
await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(file);
