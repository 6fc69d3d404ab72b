// Looks at pages as readers do: axe-core in the light and the dark scheme, on a narrow screen and on
// paper; pictures of all of them; names that try to run or to turn text; the memory that a long
// page takes.
//
// node pages.mjs AXE OUT LANGUAGES   OUT holds LANGUAGE.html, hostile.html and long.html
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Chromium } from "./chromium.mjs";

const [axePath, out, languages] = process.argv.slice(2);
const axe = readFileSync(axePath, "utf8");
const address = (name) => pathToFileURL(resolve(out, name)).href;
let failures = 0;

function fail(text) {
  failures += 1;
  console.log(`FAILED ${text}`);
}

const ways = {
  light: {},
  dark: { dark: true },
  narrow: { width: 400 },
  print: { width: 780, print: true },
};

for (const language of languages.split(" ")) {
  const browser = new Chromium();
  for (const [way, options] of Object.entries(ways)) {
    const page = await browser.open(address(`${language}.html`), { ...options, bypass: true });
    // What is out of sight is not drawn; here all of it is looked at.
    await page.run("document.styleSheets[0].insertRule('.file { content-visibility: visible !important; }', document.styleSheets[0].cssRules.length)");
    writeFileSync(join(out, `${language}-${way}.png`), await page.picture(9000));
    await page.run(axe);
    // What is folded is looked at too.
    await page.run("document.querySelectorAll('details').forEach((one) => (one.open = true))");
    const found = JSON.parse(
      await page.run("axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations))"),
    );
    for (const violation of found) {
      const where = violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`);
      fail(`${language} ${way}: ${violation.id} (${violation.nodes.length}): ${where.join(" | ")}`);
    }
    const wide = await page.run("document.documentElement.scrollWidth > innerWidth");
    if (wide) fail(`${language} ${way}: wider than the screen`);
    console.log(`${language} ${way}: ${found.length} violations`);
    if (way === "light") writeFileSync(join(out, `${language}.pdf`), await page.pdf());
    await page.close();
  }
  await browser.close();
}

{
  const browser = new Chromium();
  const page = await browser.open(address("hostile.html"));
  const ran = await page.run("window.ran ?? null");
  if (ran !== null) fail("a hostile name ran");
  const markup = await page.run(
    "document.querySelectorAll('img[src=\"x\"], iframe, object, embed, link, form, a[href^=\"javascript:\"]').length",
  );
  if (markup !== 0) fail(`hostile names became ${markup} elements`);
  const scripts = await page.run("document.scripts.length");
  if (scripts !== 1) fail(`${scripts} scripts in the page`);
  const turned = await page.run("/[\\u202a-\\u202e\\u001b]/.test(document.body.textContent)");
  if (turned) fail("hostile names turn text");
  const complaints = page.complaints();
  if (complaints.length > 0) fail(`the browser complains: ${complaints[0]}`);
  writeFileSync(join(out, "hostile.png"), await page.picture(4000));
  console.log(`hostile names: ran ${ran}, elements ${markup}, scripts ${scripts}`);
  await browser.close();
}

{
  const browser = new Chromium();
  const sum = (list) => list.reduce((total, one) => total + one.megabytes, 0);
  const empty = await browser.open("about:blank");
  const before = sum(browser.memory());
  await empty.close();
  const page = await browser.open(address("long.html"));
  await page.run("new Promise((later) => setTimeout(later, 2000))");
  const opened = browser.memory();
  // To the end and back, as a reader does.
  await page.run(`(async () => {
    for (let share = 0; share <= 20; share += 1) {
      scrollTo(0, (document.documentElement.scrollHeight * share) / 20);
      await new Promise((later) => setTimeout(later, 100));
    }
  })()`);
  const scrolled = browser.memory();
  const files = await page.run("document.querySelectorAll('article').length");
  // A browser with nothing in it takes some hundred megabytes by itself; the page is what its own
  // process takes.
  const own = (list) =>
    Math.max(...list.filter((one) => one.kind === "renderer").map((one) => one.megabytes));
  const [now, later] = [own(opened), own(scrolled)];
  console.log(
    `${files} files: the page's process ${now.toFixed(0)} MB when opened, ${later.toFixed(0)} MB ` +
      `scrolled; all processes ${sum(scrolled).toFixed(0)} MB (empty browser ${before.toFixed(0)} MB)`,
  );
  if (Math.max(now, later) >= 300) fail("the long page takes 300 MB or more");
  await browser.close();
}

process.exit(failures === 0 ? 0 : 1);
