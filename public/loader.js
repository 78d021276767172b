// Starts the console: theme before paint, then the program with its integrity checked.
// No inline script, so that the Content-Security-Policy needs no exception for one.
(() => {
  "use strict";
  // A page whose URL has a user name or a password can't send a request to its own server. The
  // document tells: Chromium's `location` does not.
  const here = new URL(document.URL);
  if (here.username || here.password) {
    // Without the fragment: with it Firefox would take this for a step within the document.
    here.username = here.password = here.hash = "";
    location.replace(here.href);
    return;
  }
  const files = document.currentScript.dataset;
  const root = document.documentElement;
  // A browser's translation would put other texts into rows than their links and buttons are for;
  // the console speaks two languages itself.
  root.translate = false;
  root.classList.add("notranslate");
  if (!document.querySelector('meta[name="google"]')) {
    document.head.append(Object.assign(document.createElement("meta"), { name: "google", content: "notranslate" }));
  }
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = stored("dbf.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const korean = (stored("dbf.lang") || navigator.language || "en").toLowerCase().startsWith("ko");
  root.lang = korean ? "ko" : "en";

  const texts = korean
    ? {
        start: "콘솔을 시작할 수 없습니다",
        unsupported: "이 브라우저에는 WebAssembly가 없거나 꺼져 있습니다. 최신 브라우저를 사용하세요.",
        missing: "프로그램 파일을 찾을 수 없습니다. 콘솔이 업그레이드되었을 수 있으니 새로 고치세요.",
        altered: "프로그램 파일이 게시된 것과 다르거나 중간에 끊겼습니다. 실행하지 않았습니다. 새로 고쳐도 계속되면 관리자에게 알리세요.",
        panic: "콘솔에 오류가 발생해 멈췄습니다",
        panicAdvice: "새로 고치고 다시 연결하세요. 이미 보낸 요청은 처리되었을 수 있으니 목록을 확인하세요.",
        details: "자세히",
        reload: "새로 고침",
      }
    : {
        start: "The console could not start",
        unsupported: "This browser has no WebAssembly, or it is switched off. Use a current browser.",
        missing: "A program file is missing. The console may have been upgraded: reload the page.",
        altered: "A program file differs from the published one or was cut off. It was not run. If reloading does not help, tell your administrator.",
        panic: "The console hit an error and stopped",
        panicAdvice: "Reload and connect again. Requests already sent may have taken effect: check the lists.",
        details: "Details",
        reload: "Reload",
      };

  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  let failed = false;
  function fail(title, advice, message) {
    // What failed first is the cause; the rest follows from it.
    if (failed) return;
    failed = true;
    const screen = document.createElement("main");
    screen.className = "failure-screen";
    screen.setAttribute("role", "alert");
    const button = element("button", texts.reload);
    button.type = "button";
    button.className = "button button-primary";
    button.addEventListener("click", async () => {
      // Hashed files are cached for good: a damaged copy would come back.
      const again = (src) => fetch(src, { cache: "reload" }).then((response) => response.blob());
      await Promise.allSettled([files.js, files.wasm].map(again));
      location.reload();
    });
    const details = document.createElement("details");
    details.append(element("summary", texts.details), element("pre", String(message)));
    screen.append(element("h1", title), element("p", advice), button, details);
    document.body.replaceChildren(screen);
  }

  addEventListener("console-panic", (event) => fail(texts.panic, texts.panicAdvice, event.detail));

  // What the browser throws into the program ends what was under way there, like a panic. Errors
  // of extensions and of the browser itself don't: the first frame that is no WebAssembly tells.
  const own = new URL(files.js, document.baseURI).href;
  const ofProgram = (stack) => {
    const frames = String(stack ?? "")
      .split("\n")
      .map((line) => line.match(/^\s*at .*?\(?([a-z-]+:\/\/[^\s)]+)\)?$|@([a-z-]+:\/\/\S+)$/))
      .filter(Boolean)
      .map(([, chromium, others]) => chromium ?? others);
    const first = frames.find((frame) => !/^wasm:|wasm-function\[/.test(frame));
    return first !== undefined && first.startsWith(own);
  };
  const thrown = (error, source) => {
    if (ofProgram(error?.stack) || (!error?.stack && source === own)) fail(texts.panic, texts.panicAdvice, error);
  };
  addEventListener("error", (event) => thrown(event.error, event.filename));
  addEventListener("unhandledrejection", (event) => thrown(event.reason));

  // A script element checks the integrity; importing the same URL then gets that module.
  const verifiedModule = (src, integrity) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { type: "module", src, integrity });
      // `import` alone would start from this file's folder, all else here from the page's <base>.
      script.addEventListener("load", () => resolve(import(script.src)));
      script.addEventListener("error", () => reject(new Error(src)));
      document.head.append(script);
    });

  async function program(src, integrity, size) {
    const response = await fetch(src, { integrity });
    if (!response.ok) throw Object.assign(new Error(`${src}: HTTP ${response.status}`), { missing: true });
    const progress = document.querySelector("#loading progress");
    let read = 0;
    const counted = response.body.pipeThrough(
      new TransformStream({
        transform(chunk, controller) {
          read += chunk.byteLength;
          if (progress && size) progress.value = Math.min(1, read / size);
          controller.enqueue(chunk);
        },
      }),
    );
    return WebAssembly.compileStreaming(new Response(counted, { headers: { "content-type": "application/wasm" } }));
  }

  async function start() {
    if (typeof WebAssembly !== "object") return fail(texts.start, texts.unsupported, "WebAssembly");
    try {
      const [glue, module] = await Promise.all([
        verifiedModule(files.js, files.jsIntegrity),
        program(files.wasm, files.wasmIntegrity, Number(files.wasmBytes)),
      ]);
      await glue.default({ module_or_path: module });
    } catch (error) {
      // Which of the two it was: the URL still answers, or it does not.
      const answers = await Promise.all([files.js, files.wasm].map((src) => fetch(src, { method: "HEAD" }).catch(() => null)));
      const missing = error.missing || answers.some((answer) => !answer || !answer.ok);
      fail(texts.start, missing ? texts.missing : texts.altered, error);
    }
  }

  /** Whether the server has no such file, as after an upgrade. */
  const isGone = (src) => fetch(src, { method: "HEAD" }).then((response) => response.status === 404 || response.status === 410, () => false);

  // The demo's way out, in place of the relay: loaded when it is first asked. Asked for nothing,
  // it is only loaded.
  let demo;
  globalThis.databoxframeDemo = async (request) => {
    demo ??= verifiedModule(files.demo, files.demoIntegrity).then(({ start }) => start());
    let ask;
    try {
      ask = await demo;
    } catch (error) {
      // Whoever tries again gets another attempt.
      demo = undefined;
      // A number asks for faults, and waits for no answer.
      if (typeof request === "number") return;
      throw Object.assign(error, { missing: error.missing || (await isGone(files.demo)) });
    }
    if (request !== null) return ask(request);
  };

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
