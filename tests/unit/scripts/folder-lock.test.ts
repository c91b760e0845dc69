import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { withFolderLock } from "@/scripts/prepare/folder-lock.mjs";
import { markServing, refuseWhileServing } from "@/scripts/prepare/serving-marks.mjs";
import { temporaryFolder, writeTree } from "@/tests/setup/temporary-folder";
import { makeZombie } from "@/tests/setup/zombie";

/** A process that lives until the test is over. */
function liveProcess(): number {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

/** Higher than any process id a system gives out. */
const noProcess = 2 ** 30;

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test("the lock is there during the task and gone after it, also when the task fails", async () => {
  const root = temporaryFolder();
  const file = path.join(root, ".cache/prepare.lock");
  await withFolderLock(root, async () => expect(existsSync(file)).toBe(true));
  expect(existsSync(file)).toBe(false);
  await expect(withFolderLock(root, () => Promise.reject(new Error("broken")))).rejects.toThrow();
  expect(existsSync(file)).toBe(false);
});

test("a live process is waited for, then named in one line", async () => {
  const root = temporaryFolder();
  const holder = liveProcess();
  writeTree(root, { ".cache/prepare.lock": `${holder}\n` });
  const task = vi.fn(async () => {});
  await expect(withFolderLock(root, task, { waitMs: 300 })).rejects.toThrow(`Process ${holder}`);
  expect(task).not.toHaveBeenCalled();
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "a killed process that its parent has not asked for holds nothing and serves nothing",
  async () => {
    const root = temporaryFolder();
    const { pid, end } = await makeZombie();
    writeTree(root, { ".cache/prepare.lock": `${pid}\n`, [`.cache/serving/${pid}`]: `${pid}\n` });
    const task = vi.fn(async () => refuseWhileServing(root));
    await withFolderLock(root, task, { waitMs: 300 });
    expect(task).toHaveBeenCalledOnce();
    end();
  },
);

test("the lock of a process that is gone is taken over", async () => {
  const root = temporaryFolder();
  writeTree(root, { ".cache/prepare.lock": `${noProcess}\n` });
  expect(await withFolderLock(root, async () => "done", { waitMs: 300 })).toBe("done");
});

test("files are not replaced under a live server; what a dead one left is ignored", () => {
  const root = temporaryFolder();
  const server = liveProcess();
  writeTree(root, { [`.cache/serving/${noProcess}`]: `${noProcess}\n` });
  expect(() => refuseWhileServing(root)).not.toThrow();
  writeTree(root, { [`.cache/serving/${server}`]: `${server}\n` });
  expect(() => refuseWhileServing(root)).toThrow(`process ${server} still serves`);
});

test("a server does not refuse itself", () => {
  const root = temporaryFolder();
  markServing(root);
  expect(existsSync(path.join(root, ".cache/serving", String(process.pid)))).toBe(true);
  expect(() => refuseWhileServing(root)).not.toThrow();
});
