// What measures in the page itself.

/** For `addInitScript`: makes `globalThis.bench`. */
export function inPage() {
  /** The time after the next frame was painted. */
  const nextPaint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // A message is handled after the frame in which it was posted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  /** The time after the first frame was painted in which `condition` holds. */
  const painted = async (condition) => {
    for (;;) {
      const value = await new Promise((resolve) => requestAnimationFrame(() => resolve(condition())));
      const { port1, port2 } = new MessageChannel();
      const after = new Promise((resolve) => (port1.onmessage = () => resolve(performance.now())));
      port2.postMessage(null);
      const time = await after;
      if (value) return time;
    }
  };

  let waiting;
  /**
   * From the next key to the frame that shows its whole effect on the table: the one painted after
   * the last change of the table before it came to rest. `result()` is the time between, in milliseconds.
   */
  const watchKey = (quietMs) => {
    const section = document.querySelector("table").closest("section");
    waiting = new Promise((resolve, reject) => {
      let [start, end, due] = [0, 0, false];
      const take = (event) => (start = event.timeStamp);
      addEventListener("keydown", take, { capture: true, once: true });
      const seen = () => {
        if (due || !start) return;
        due = true;
        nextPaint().then((time) => ([end, due] = [time, false]));
      };
      const observer = new MutationObserver(seen);
      observer.observe(section, { childList: true, characterData: true, subtree: true });
      const began = performance.now();
      const look = setInterval(() => {
        const now = performance.now();
        const over = end && !due && now - end > quietMs;
        if (!over && now - began < 30_000) return;
        clearInterval(look);
        observer.disconnect();
        if (over) resolve(end - start);
        else reject(new Error("the table did not change, or does not come to rest"));
      }, 20);
    });
    // Who waits for it comes later.
    waiting.catch(() => {});
  };

  const requests = [];
  const send = globalThis.fetch;
  globalThis.fetch = (...values) => {
    requests.push(performance.now());
    return send(...values);
  };

  /** From the handling of the next click to the next request, in milliseconds. */
  const watchClick = () => {
    requests.length = 0;
    waiting = new Promise((resolve) => {
      addEventListener(
        "click",
        () => {
          const start = performance.now();
          const look = setInterval(() => {
            if (!requests.length) return;
            clearInterval(look);
            resolve(requests[0] - start);
          }, 5);
        },
        { capture: true, once: true },
      );
    });
  };

  globalThis.bench = { painted, watchKey, watchClick, result: () => waiting };
}
