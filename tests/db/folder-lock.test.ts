import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "@/db/embedded/folder-lock";
import { makeZombie } from "@/tests/setup/zombie";

let folder = "";
const file = () => join(folder, "postgres.lock");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "balance-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a second holder is refused in a sentence that names the first, until it lets go", () => {
  const unlock = lockFolder(file());
  expect(() => lockFolder(file())).toThrow(`process ${process.pid}`);
  unlock();
  expect(existsSync(file())).toBe(false);
  lockFolder(file())();
});

test("the lock of a process that is gone is taken over", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  writeFileSync(file(), JSON.stringify({ pid: child.pid, host: hostname(), startedAt: "1" }));
  lockFolder(file())();
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "the lock of a killed process is taken over before its parent has asked for it",
  async () => {
    const { pid, startedAt, end } = await makeZombie();
    writeFileSync(file(), JSON.stringify({ pid, host: hostname(), startedAt }));
    lockFolder(file())();
    end();
  },
);

test("a process id that was given to another process since does not keep the lock", () => {
  writeFileSync(file(), JSON.stringify({ pid: process.pid, host: hostname(), startedAt: "1" }));
  lockFolder(file())();
});

test("a lock of another machine is never taken over: nobody here can see whether it lives", () => {
  writeFileSync(file(), JSON.stringify({ pid: 1, host: "elsewhere", startedAt: null }));
  expect(() => lockFolder(file())).toThrow("on elsewhere");
});

test("a half-written lock is taken over", () => {
  writeFileSync(file(), '{"pid": 1');
  lockFolder(file())();
});
