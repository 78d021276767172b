// What follows the worker's program in the same file; see page.js.
wasm_bindgen({ module_or_path: fetch("PROGRAM", { integrity: "INTEGRITY" }) }).catch((error) => postMessage(String(error)));
