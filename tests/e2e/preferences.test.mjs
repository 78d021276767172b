import assert from "node:assert/strict";
import { arrive, connect, heading, navigate, stage, table } from "./support/console.mjs";
import { ACCESS_KEY, SECRET_KEY } from "./support/simulator.mjs";
import { eventually } from "./support/process.mjs";

const { scenario } = stage();

/** The language that the last request asked for. */
async function lastLanguage(simulator, operation) {
  return (await simulator.log(operation)).at(-1)?.headers["x-ncp-lang"];
}

scenario("the language is switched, sent along and remembered", async ({ page, simulator }) => {
  await arrive(page, "/buckets", "Buckets");
  await table(page, "Object Storage buckets");
  assert.equal(await lastLanguage(simulator, "get-bucket-list"), "en-US");
  await navigate(page, "Settings");
  await page.getByRole("combobox", { name: "Language", exact: true }).selectOption({ label: "한국어" });
  await page.getByRole("heading", { level: 1, name: "설정", exact: true }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "ko");
  assert.equal(await page.getByText("Settings", { exact: true }).count(), 0);
  await page.getByRole("navigation").getByRole("link", { name: "프레임", exact: true }).click();
  await eventually("a request in Korean", async () => (await lastLanguage(simulator, "get-data-box-frame-list")) === "ko-KR");

  await page.reload();
  await page.getByLabel("시크릿 키", { exact: true }).waitFor();
});

scenario("the browser's language is the first choice", { locale: "ko-KR" }, async ({ page, simulator }) => {
  await page.goto("/frames");
  await page.getByLabel("액세스 키", { exact: true }).fill(ACCESS_KEY);
  await page.getByLabel("시크릿 키", { exact: true }).fill(SECRET_KEY);
  await page.getByRole("button", { name: "연결", exact: true }).click();
  await page.getByRole("table").and(page.locator('[aria-busy="false"]')).waitFor();
  assert.equal(await lastLanguage(simulator, "get-data-box-frame-list"), "ko-KR");
});

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

scenario("the theme is switched and remembered", async ({ page }) => {
  await arrive(page, "/settings", "Settings");
  const theme = page.getByRole("combobox", { name: "Theme", exact: true });
  const light = await background(page);
  await theme.selectOption({ label: "Dark" });
  await eventually("another background", async () => (await background(page)) !== light);
  const dark = await background(page);
  await page.reload();
  await heading(page, "Connect");
  assert.equal(await background(page), dark);
  await connect(page);
  await heading(page, "Settings");
  await theme.selectOption({ label: "Light" });
  await eventually("the first background", async () => (await background(page)) === light);
});

const ONE_SYSTEM = "Firefox can't be told that the system's theme changed";

scenario("the system's theme is followed", { colorScheme: "dark", notInFirefox: ONE_SYSTEM }, async ({ page }) => {
  await arrive(page, "/settings", "Settings");
  const dark = await background(page);
  await page.emulateMedia({ colorScheme: "light" });
  await eventually("another background", async () => (await background(page)) !== dark);
});
