// A folder to serve: dist/ if it was built, or a small one that looks like it.

import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const HASHED = /-[0-9a-f]{12,16}(_bg)?\.(js|css|wasm)$/;

/** Each test file packs a dist/ again, and how small it gets is no matter here. */
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** The content of a console; `version` goes into names and contents. */
export function madeUp(version) {
  const hash = String(version).padStart(16, "0");
  return {
    // As long for each version, as the real one.
    "index.html": `<!doctype html><title>Data Box Frame</title><script src="/console-${hash}.js"></script>\n`,
    "config.json": '{"connections":[{"name":"Main","gateway":"https://databoxframe.apigw.ntruss.com","relay":"/relay"}]}\n',
    "loader.js": `"use strict"; // ${version}\n`,
    "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    [`console-${hash}.js`]: `export const version = ${version};\n`.repeat(100),
    [`console-${hash}.css`]: `body { order: ${version} }\n`.repeat(100),
    [`console-${hash}_bg.wasm`]: Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), Buffer.alloc(5000)]),
  };
}

/** Writes files with the compressed copies that the archive has beside them. */
export async function fill(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    await writeFile(join(folder, `${name}.gz`), gzipSync(content));
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(content, QUICKLY));
  }
}

/** A copy of its own for each test file; for a sub-path, in a folder of its name. */
export async function siteFolder(base = "") {
  const root = await mkdtemp(join(tmpdir(), "console-site-"));
  const folder = join(root, base);
  const dist = process.env.DIST;
  if (dist && existsSync(join(dist, "index.html"))) {
    await cp(dist, folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => !/\.(gz|br)$/.test(name));
    await fill(folder, Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))]))));
  } else {
    await fill(folder, madeUp(1));
  }
  const names = (await readdir(folder)).filter((name) => !/\.(gz|br)$/.test(name));
  return {
    root,
    folder,
    names,
    hashed: names.filter((name) => HASHED.test(name)),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
