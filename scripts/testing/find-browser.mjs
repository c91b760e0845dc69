import { readdirSync } from "node:fs";
import path from "node:path";

/**
 * What the search may ask of the machine, passed in so that it can be tested without one.
 * @typedef {object} BrowserSearch
 * @property {Record<string, string | undefined>} env
 * @property {(folder: string) => string[]} list names in a folder; empty where there is none
 * @property {(file: string) => boolean} runs whether that program starts and tells its version
 * @property {() => Promise<string | null>} ownBrowser where Playwright would keep its own
 */

const systemFolders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
// Without windows it starts and draws with a tenth less work, and is what Playwright tests with itself.
const bestFirst = [/^chromium-headless-shell$/, /^chromium(-|$)/, /^(google-chrome|chrome)(-|$)/];
const notBrowsers = /driver|sandbox|wrapper|management/;
const macBrowsers = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The first browser that really runs: CHROMIUM_PATH, Playwright's own, then the system's.
 * @param {BrowserSearch} search
 * @returns {Promise<string | null>} absolute path, or null where there is none
 */
export async function findBrowser(search) {
  const given = search.env.CHROMIUM_PATH;
  if (given && search.runs(given)) return given;
  const own = await search.ownBrowser();
  if (own && search.runs(own)) return own;
  const system = [...systemFolders.flatMap((folder) => namesIn(search, folder)), ...macBrowsers];
  return system.find((file) => search.runs(file)) ?? null;
}

/**
 * @param {BrowserSearch} search
 * @param {string} folder
 * @returns {string[]} absolute paths, the best first
 */
function namesIn(search, folder) {
  const names = search.list(folder).filter((name) => rankOf(name) >= 0 && !notBrowsers.test(name));
  return names
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((name) => path.posix.join(folder, name));
}

/** @param {string} name */
function rankOf(name) {
  return bestFirst.findIndex((pattern) => pattern.test(name));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
export function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
