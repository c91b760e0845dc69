import { expect, test } from "vitest";
import { findBrowser } from "@/scripts/testing/find-browser.mjs";

/** A machine that has the given programs, of which `broken` ones do not start. */
function machine(
  files: string[],
  options: { broken?: string[]; path?: string; own?: string } = {},
) {
  return {
    env: { CHROMIUM_PATH: options.path },
    list: (folder: string) =>
      files
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1)),
    runs: (file: string) => files.includes(file) && !options.broken?.includes(file),
    ownBrowser: async () => options.own ?? null,
  };
}

const all = [
  ...["/opt/mine", "/cache/chromium"],
  ...["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome-stable"],
];

test("CHROMIUM_PATH comes first, then Playwright's own, Chromium without windows, with them, Chrome", async () => {
  const options = { path: "/opt/mine", own: "/cache/chromium" };
  const found = [];
  for (let gone = 0; gone <= all.length; gone += 1) {
    found.push(await findBrowser(machine(all.slice(gone), options)));
  }
  expect(found).toEqual([...all, null]);
});

test("a program that does not start is passed over", async () => {
  const broken = ["/usr/bin/chromium"];
  expect(await findBrowser(machine(all.slice(3), { broken }))).toBe(
    "/usr/bin/google-chrome-stable",
  );
});

test("a driver is not a browser", async () => {
  expect(await findBrowser(machine(["/usr/bin/chromium-driver"]))).toBeNull();
});
