import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it.each([
  ["rotate-key", ["--help"], "Use it alone: npm run rotate-key\n"],
  ["check-balance", ["everything"], "Use it alone: npm run check:balance\n"],
  ["new-password", ["--help"], "Name the person: npm run new-password -- ada@example.com\n"],
  [
    "new-password",
    ["a@example.com", "b"],
    "Name the person: npm run new-password -- ada@example.com\n",
  ],
])("%s does nothing where it is asked %j, and says how it is used", async (name, args, says) => {
  const folder = mkdtempSync(path.join(tmpdir(), "balance-arguments-"));
  const DATA_DIR = path.join(folder, "data");
  const env = { ...process.env, DATA_DIR, DATABASE_URL: "" };
  const command = [path.resolve(`scripts/${name}.mjs`), ...args];
  await expect(promisify(execFile)(process.execPath, command, { env })).rejects.toMatchObject({
    ...{ code: 1, stderr: says },
  });
  expect(existsSync(DATA_DIR)).toBe(false);
  rmSync(folder, { recursive: true });
});
