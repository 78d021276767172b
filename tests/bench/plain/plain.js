// The same list as /reviews in plain JavaScript: what the browser itself takes for the rows.

const PAGE_ROWS = 100;
const KEYS = { access: "DEMO-ACCESS-KEY", secret: "DEMO-SECRET-KEY-ONLY-FOR-THE-SIMULATOR" };
const API = "/api/v1";

const bytes = (text) => new TextEncoder().encode(text);
const key = await crypto.subtle.importKey("raw", bytes(KEYS.secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

/** The signature of a request, as the API Gateway wants it. */
async function sign(path, time) {
  const signature = await crypto.subtle.sign("HMAC", key, bytes(`GET ${path}\n${time}\n${KEYS.access}`));
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

async function read(path) {
  const time = String(Date.now());
  const headers = {
    "x-ncp-apigw-timestamp": time,
    "x-ncp-iam-access-key": KEYS.access,
    "x-ncp-apigw-signature-v2": await sign(path, time),
    "x-ncp-lang": "en-US",
  };
  const response = await fetch(`/relay${path}`, { headers });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}

async function readAll(path, size) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const { content, totalCount } = await read(`${path}${path.includes("?") ? "&" : "?"}pageNo=${page}&pageSize=${size}`);
    all.push(...content);
    if (content.length < size || all.length >= totalCount) return all;
  }
}

const STATUS = { REQ_CMPL: "Waiting for review", COPY_CMPL: "Approved", REJECT: "Rejected", CANCEL: "Cancelled", ERR_FILE: "File error" };
const date = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
const collator = new Intl.Collator("en", { numeric: true });
const shownDate = (text) => (text ? date.format(new Date(`${text.replace(" ", "T")}Z`)) : "—");

const HOUR = 3600e3;
const length = new Intl.NumberFormat("en-US", { style: "unit", unit: "hour", unitDisplay: "long", maximumFractionDigits: 1 });
/** How long a request has waited; the simulator's dates are in UTC. */
const waited = (row) =>
  row.status === "REQ_CMPL" ? length.format((Date.now() - Date.parse(`${row.applyDate.replace(" ", "T")}Z`)) / HOUR) : "—";

const COLUMNS = [
  ["File", (row) => row.sourceFileName, (row) => row.sourceFileName],
  ["Status", (row) => STATUS[row.status] ?? row.status, (row) => row.status],
  ["Waiting for", waited, (row) => row.applyDate],
  ["Frame", (row) => row.frame, (row) => row.frame],
  ["Data box", (row) => row.dataBoxName, (row) => row.dataBoxName],
  ["Applicant", (row) => row.sslVpnId, (row) => row.sslVpnId],
  ["Size", (row) => `${row.fileSize} MB`, (row) => Number(row.fileSize)],
  ["Requested", (row) => shownDate(row.applyDate), (row) => row.applyDate],
  ["Reviewed", (row) => shownDate(row.approveDate), (row) => row.approveDate ?? ""],
  ["Request number", (row) => row.exportApplyId, (row) => Number(row.exportApplyId)],
];

const state = { rows: [], search: "", sort: null, page: 1 };
const body = document.querySelector("tbody");
const status = document.querySelector(".pager span");
const [previous, next] = document.querySelectorAll(".pager button");

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

function rowElement(row) {
  const cells = COLUMNS.map(([title, text], index) => {
    const shown = text(row);
    if (index === 0) {
      const link = element("a", { href: `/reviews/${row.frameNo}/${row.dataBoxNo}/${row.exportApplyId}` }, shown);
      const pick = row.status === "REQ_CMPL" ? [element("input", { type: "checkbox", className: "pick", ariaLabel: `Select ${shown}` })] : [];
      return element("th", { scope: "row" }, ...pick, link);
    }
    if (title === "Status") return element("td", {}, element("span", { className: "badge badge-quiet", title: row.status }, shown));
    if (title === "Waiting for" || title === "Size") return element("td", {}, element("span", { className: "amount" }, shown));
    if (title === "Requested" || title === "Reviewed") return element("td", {}, element("time", { title: row.applyDate }, shown));
    return element("td", {}, shown);
  });
  return element("tr", {}, ...cells);
}

function show() {
  const words = state.search.toLowerCase().split(/\s+/).filter(Boolean);
  let rows = words.length ? state.rows.filter((row) => words.every((word) => row.text.includes(word))) : state.rows;
  if (state.sort) {
    const { column, descending } = state.sort;
    const value = COLUMNS[column][2];
    const order = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
    rows = [...rows].sort((a, b) => (descending ? -1 : 1) * order(value(a), value(b)));
  }
  const first = (state.page - 1) * PAGE_ROWS;
  body.replaceChildren(...rows.slice(first, first + PAGE_ROWS).map(rowElement));
  status.textContent = `${first + 1}–${Math.min(first + PAGE_ROWS, rows.length)} of ${rows.length}`;
  previous.disabled = state.page === 1;
  next.disabled = first + PAGE_ROWS >= rows.length;
}

const change = (values) => {
  Object.assign(state, { page: 1 }, values);
  show();
};

document.querySelector("input").addEventListener("input", (event) => change({ search: event.target.value }));
next.addEventListener("click", () => change({ page: state.page + 1 }));
previous.addEventListener("click", () => change({ page: state.page - 1 }));
document.querySelector("thead tr").append(
  ...COLUMNS.map(([title], column) => {
    const button = element("button", { type: "button" }, title);
    button.addEventListener("click", () => {
      const again = state.sort?.column === column;
      change({ sort: again && state.sort.descending ? null : { column, descending: again } });
    });
    return element("th", { scope: "col" }, button);
  }),
);

const frames = await readAll(`${API}/data-box-frame/get-data-box-frame-list`, 100);
const lists = await Promise.all(
  frames.map(async (frame) => {
    const rows = await readAll(`${API}/export-approve/get-export-file-approve-list?dataBoxFrameNo=${frame.dataBoxFrameNo}`, 1000);
    return rows.map((row) => ({ ...row, frame: frame.dataBoxFrameName, frameNo: frame.dataBoxFrameNo }));
  }),
);
state.rows = lists.flat().map((row) => ({ ...row, text: COLUMNS.map(([, text]) => text(row)).join("\n").toLowerCase() }));
const waits = (row) => Number(row.status === "REQ_CMPL");
state.rows.sort((a, b) => waits(b) - waits(a) || (a.applyDate < b.applyDate ? 1 : -1));
show();
document.querySelector("table").ariaBusy = "false";

/** How long one signature takes, in milliseconds: of many, one after the other. */
globalThis.timeOfSignature = async (count) => {
  const start = performance.now();
  for (let n = 0; n < count; n += 1) await sign(`${API}/data-box/get-data-box-list?dataBoxFrameNo=83&pageNo=1&pageSize=100`, String(n));
  return (performance.now() - start) / count;
};
