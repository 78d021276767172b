// The page's side of the demo: a simulator in a worker, behind a function like `fetch`. Loaded only
// when the demo was chosen. The names in capitals are filled in by crates/xtask/src/seal.rs.

const WORKER_URL = new URL("WORKER", import.meta.url);

/** Starts the worker; what asks it. */
export async function start() {
  // A worker takes no integrity: asked for with it here, it comes out of the browser's cache there.
  const checked = await fetch(WORKER_URL, { integrity: "INTEGRITY" }).catch(async (error) => {
    // The body of a 404 differs from the published file too: its status tells.
    throw failure(error.message, (await fetch(WORKER_URL, { method: "HEAD" }).catch(() => null))?.status);
  });
  if (!checked.ok) throw failure(`${WORKER_URL}: HTTP ${checked.status}`, checked.status);
  const worker = new Worker(WORKER_URL);
  await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data === null ? resolve() : reject(failure(...data)));
    worker.onerror = ({ message }) => reject(new Error(message || WORKER_URL));
  });
  return (request) => (typeof request === "number" ? worker.postMessage(request) : ask(worker, request));
}

/** An error; `missing` if the server has no such file, as after an upgrade. */
function failure(message, status) {
  return Object.assign(new Error(message), { missing: status === 404 || status === 410 });
}

/** Like `fetch`, for a request to `demo:/path?query`. */
async function ask(worker, request) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
  const asked = {
    method: request.method,
    target: request.url.slice("demo:".length),
    headers: [...request.headers],
    body: await request.text(),
  };
  worker.postMessage(JSON.stringify(asked), [port2]);
  const [delay, status, headers, body] = await orAborted(request.signal, answer);
  port1.close();
  await orAborted(request.signal, new Promise((resolve) => setTimeout(resolve, delay)));
  if (status === 0) throw new TypeError("The connection was closed");
  return new Response(body, { status, headers });
}

function orAborted(signal, promise) {
  const aborted = new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([promise, aborted]);
}
