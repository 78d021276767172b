// The description of config.json: it takes what the console takes, and finds what it refuses.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

const { default: Ajv } = createRequire(new URL("../e2e/package.json", import.meta.url))("ajv/dist/2020.js");
const read = async (name) => JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), "utf8"));
const valid = new Ajv({ strict: true, strictTypes: false }).compile(await read("public/config.schema.json"));
const connection = { name: "A", gateway: "https://databoxframe.apigw.ntruss.com", relay: "/relay" };
const takes = (config) => assert.ok(valid(config), JSON.stringify(valid.errors));

test("takes the file that the console comes with, and the one in README.md", async () => {
  takes(await read("public/config.json"));
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  takes(JSON.parse(readme.match(/```json\n(\{ "connections"[\s\S]*?)```/)[1]));
});

test("takes what crates/client/src/connection/config.rs takes", () => {
  takes({ $schema: "config.schema.json", connections: [connection] });
  takes({ connections: [] });
  takes({ connections: [], allowCustomConnections: null, demo: null, language: null, idleLockMinutes: null, notice: null });
  for (const idleLockMinutes of [0, 5]) takes({ connections: [], idleLockMinutes });
  const demo = { ...connection, demoKeys: { accessKey: "A", secretKey: "B" } };
  takes({ connections: [demo], allowCustomConnections: false, language: "ko", notice: "text" });
  const prefixes = ["", "/relay", "/", "https://r.example/dbf"];
  const templates = ["http://127.0.0.1:1/{url}", "https://r.example/?url={url_encoded}&k=1", "/x/{path}", "/x{path}", "https://r.example{path}"];
  for (const relay of [...prefixes, ...templates]) takes({ connections: [{ ...connection, relay }] });
  for (const gateway of ["http://127.0.0.1:4010", "https://[::1]:1"]) takes({ connections: [{ ...connection, gateway }] });
});

// As in crates/client/src/connection/config.rs and relay.rs.
const GATEWAYS = ["https://host/path", "databoxframe", "ftp://host", "https://", "https:///x", "https://a b", "https://user:pw@host", "https://host:port", "https://host:999999"];
const RELAYS = ["https://", "https:///x", "https://user:pw@host", "https://r.example{url}", "/\\\\evil.example", "/?url={url}", "/?path={path}", "/relay?to=", "/{url}?key=1", "relay", "//evil.example", "javascript:alert(1)", "ftp://x", "/a/{nope}", "/{path}{url}", "/{", "/a b", "/a#b"];
const wrong = (name, value) => [`the ${name} ${value}`, { connections: [{ ...connection, [name]: value }] }, `/connections/0/${name}`];

for (const [what, config, place] of [
  ["no object", [], ""],
  ["no connections", {}, ""],
  ["connections of another kind", { connections: {} }, "/connections"],
  ["a connection without a name", { connections: [{ gateway: connection.gateway, relay: "" }] }, "/connections/0"],
  ["a name that is a number", { connections: [{ ...connection, name: 1 }] }, "/connections/0/name"],
  ["nothing to choose and nothing to type", { connections: [], allowCustomConnections: false }, "/connections"],
  ["a demo that is neither", { connections: [], demo: "no" }, "/demo"],
  ["another language", { connections: [], language: 7 }, "/language"],
  ["a lock after half a minute", { connections: [], idleLockMinutes: 0.5 }, "/idleLockMinutes"],
  ["a lock before now", { connections: [], idleLockMinutes: -1 }, "/idleLockMinutes"],
  ["half a pair of keys", { connections: [{ ...connection, demoKeys: { accessKey: "A" } }] }, "/connections/0/demoKeys"],
  ["a key with a character that no header can carry", { connections: [{ ...connection, demoKeys: { accessKey: "A‐B", secretKey: "B" } }] }, "/connections/0/demoKeys/accessKey"],
  ["a mistyped field", { connections: [], allowCustomConnection: false }, ""],
  ["a mistyped field of a connection", { connections: [{ ...connection, gatway: "" }] }, "/connections/0"],
  ...GATEWAYS.map((value) => wrong("gateway", value)),
  ...RELAYS.map((value) => wrong("relay", value)),
]) {
  test(`finds ${what}`, () => {
    assert.equal(valid(config), false);
    assert.ok(valid.errors.some((error) => error.instancePath === place), JSON.stringify(valid.errors));
  });
}
