// The simulator: what stands in for the API Gateway and the service.

import assert from "node:assert/strict";
import { eventually, required, start } from "./process.mjs";

export const ACCESS_KEY = "DEMO-ACCESS-KEY";
export const SECRET_KEY = "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR";

/** Starts it on free ports. `options`: more of its command line. */
export async function startSimulator(options = []) {
  const child = start(required("SIMULATOR"), ["--port", "0", "--control-port", "0", "--until-stdin-closes", ...options]);
  const url = (name) => child.output().match(new RegExp(`^${name} (http://\\S+)`, "m"))?.[1];
  await Promise.race([
    eventually("the simulator listens", () => url("gateway") && url("control")),
    child.ended.then((why) => assert.fail(`${why}\n${child.output()}`)),
  ]);
  const control = url("control");
  const ask = async (method, path, body) => {
    const response = await fetch(control + path, { method, body: body && JSON.stringify(body) });
    assert.ok(response.ok, `${method} ${path}: HTTP ${response.status}`);
    const text = await response.text();
    return text ? JSON.parse(text) : null;
  };
  return {
    /** `127.0.0.1:PORT` of the gateway. */
    host: url("gateway").replace("http://", ""),
    stop: child.stop,
    /** A new world without faults and with an empty log. */
    reset: () => ask("POST", "/reset", {}),
    /** The next `times` requests of an operation meet a fault (all, if `times` is absent). */
    fault: (operation, fault, times) => ask("POST", "/faults", { match: { operation }, fault, times }),
    /** All requests of an operation with this in their path or query meet a fault. */
    faultIn: (path, operation, fault) => ask("POST", "/faults", { match: { operation, path }, fault }),
    clearFaults: () => ask("DELETE", "/faults"),
    /** Asynchronous work goes on. */
    advance: (ms) => ask("POST", "/advance", { ms }),
    /** The requests that reached the gateway, of one operation or of all. */
    async log(operation) {
      const entries = await ask("GET", "/log");
      return operation ? entries.filter((entry) => entry.operation === operation) : entries;
    },
    clearLog: () => ask("DELETE", "/log"),
  };
}
