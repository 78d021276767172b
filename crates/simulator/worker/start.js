// What follows the worker's program in the same file; see page.js.
wasm_bindgen({ module_or_path: fetch("PROGRAM", { integrity: "INTEGRITY" }) }).catch(async (error) => {
  // A missing file differs from the published one too: its status tells.
  const answer = await fetch("PROGRAM", { method: "HEAD" }).catch(() => null);
  postMessage([String(error), answer?.status]);
});
