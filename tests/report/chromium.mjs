// Chromium without a window, spoken to over pipes (Chrome DevTools Protocol).
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--hide-scrollbars", "--remote-debugging-pipe",
];

/// A browser of its own, with nothing of anybody's settings.
export class Chromium {
  constructor() {
    this.profile = mkdtempSync(join(tmpdir(), "hallmark-pages-"));
    this.process = spawn("chromium", [...FLAGS, `--user-data-dir=${this.profile}`, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    this.waiting = new Map();
    this.events = [];
    this.last = 0;
    let rest = "";
    this.process.stdio[4].setEncoding("utf8").on("data", (text) => {
      const messages = (rest + text).split("\0");
      rest = messages.pop();
      for (const message of messages) this.#take(JSON.parse(message));
    });
  }

  #take(message) {
    const waiting = this.waiting.get(message.id);
    if (waiting) {
      this.waiting.delete(message.id);
      if (message.error) waiting.reject(new Error(message.error.message));
      else waiting.resolve(message.result);
    } else {
      this.events.push(message);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.last;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  /// Opens a page and waits until it is complete.
  async open(url, { width = 1200, height = 900, dark = false, print = false, bypass = false } = {}) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    await page.send("Page.enable");
    await page.send("Runtime.enable");
    await page.send("Log.enable");
    if (bypass) await page.send("Page.setBypassCSP", { enabled: true });
    await page.send("Emulation.setDeviceMetricsOverride", {
      width, height, deviceScaleFactor: 1, mobile: width < 600,
    });
    await page.send("Emulation.setEmulatedMedia", {
      media: print ? "print" : "screen",
      features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }],
    });
    await page.send("Page.navigate", { url });
    while ((await page.run("document.readyState + location.href")) !== "complete" + url) {
      await new Promise((later) => setTimeout(later, 50));
    }
    return page;
  }

  /// Memory of all processes of the browser in MB: proportional set size, so that what they share
  /// counts once.
  memory() {
    const children = (parent) =>
      readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .filter((name) => {
          try {
            return readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1].split(" ")[1] === parent;
          } catch {
            return false;
          }
        });
    const all = [String(this.process.pid)];
    for (const pid of all) all.push(...children(pid));
    return all.map((pid) => {
      try {
        const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        const kind = /--type=([a-z-]+)/.exec(command)?.[1] ?? "browser";
        return { pid, kind, megabytes: Number(/Pss:\s+(\d+)/.exec(rollup)[1]) / 1024 };
      } catch {
        return { pid, kind: "gone", megabytes: 0 };
      }
    });
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.send("Browser.close").catch(() => {});
    await ended;
    rmSync(this.profile, { recursive: true, force: true });
  }
}

/// A page in it.
class Page {
  constructor(browser, sessionId, targetId) {
    Object.assign(this, { browser, sessionId, targetId });
  }

  send(method, params) {
    return this.browser.send(method, params, this.sessionId);
  }

  /// The value of an expression in the page.
  async run(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? "exception");
    return result.value;
  }

  /// A picture of the page from its top, as PNG.
  async picture(height) {
    const { cssContentSize: size } = await this.send("Page.getLayoutMetrics");
    const { data } = await this.send("Page.captureScreenshot", {
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width: size.width, height: Math.min(size.height, height), scale: 1 },
    });
    return Buffer.from(data, "base64");
  }

  async pdf() {
    await this.send("Emulation.setEmulatedMedia", { media: "" });
    const { data } = await this.send("Page.printToPDF", { preferCSSPageSize: true });
    return Buffer.from(data, "base64");
  }

  /// What the browser complained about, refused scripts among it.
  complaints() {
    return this.browser.events
      .filter((event) => event.sessionId === this.sessionId)
      .filter((event) => event.method === "Log.entryAdded")
      .map((event) => event.params.entry.text);
  }

  close() {
    return this.browser.send("Target.closeTarget", { targetId: this.targetId });
  }
}
