import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ExpectedFailure } from "../prepare/expected-failure.mjs";

/**
 * Ends the server when told to, and also when this process dies without a word: the pipe then closes.
 */
const keeper = [
  "folder=$1; shift",
  '"$@" & server=$!',
  "read _",
  "kill -INT $server",
  "wait $server",
  'rm -rf "$folder"',
].join("\n");

/** Made for speed: what it holds is thrown away at the end. */
const serverSettings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "lc_messages=C",
];

/**
 * @typedef {object} PostgresServer
 * @property {string} url address with a superuser, without a password
 * @property {() => Promise<void>} stop ends it and deletes its files
 */

/**
 * Starts a throw-away server on loopback, as another user where this one is root.
 * @param {import("./find-postgres.mjs").PostgresBinaries} binaries
 * @param {number} port a free one
 * @returns {Promise<PostgresServer>}
 * @throws {ExpectedFailure} where it cannot be created or does not answer in half a minute
 */
export async function startPostgres(binaries, port) {
  const owner = serverOwner();
  const folder = mkdtempSync(path.join(os.tmpdir(), "backlog-balance-postgres-"));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const dataFolder = path.join(folder, "data");
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
  createCluster(binaries.initdb, dataFolder, options, () => rmSync(folder, { recursive: true }));
  const args = ["-D", dataFolder, "-p", String(port)];
  for (const setting of serverSettings) args.push("-c", setting);
  const child = spawn("/bin/sh", ["-c", keeper, "sh", folder, binaries.postgres, ...args], {
    ...options,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  await waitUntilReady(child);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => stopServer(child, folder),
  };
}

/**
 * @param {string} initdb
 * @param {string} dataFolder
 * @param {import("node:child_process").SpawnSyncOptions} options
 * @param {() => void} cleanUp
 */
function createCluster(initdb, dataFolder, options, cleanUp) {
  const fixed = ["-D", dataFolder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"];
  const locale = os.platform() === "linux" ? "C.UTF-8" : "C";
  const made = spawnSync(initdb, [...fixed, `--locale=${locale}`], {
    ...options,
    encoding: "utf8",
  });
  if (made.status === 0) return;
  cleanUp();
  throw new ExpectedFailure(
    `PostgreSQL's files could not be created: ${made.stderr || made.error?.message}`,
  );
}

/**
 * PostgreSQL refuses to run as root: `postgres` where that user exists, else `nobody`.
 * @returns {{ uid: number, gid: number } | undefined} undefined where this user will do
 */
function serverOwner() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    const [uid, gid] = ids.map((answer) => (answer.status === 0 ? Number(answer.stdout) : null));
    if (uid && gid) return { uid, gid };
  }
  throw new ExpectedFailure("There is no user to run PostgreSQL as: it refuses to run as root.");
}

/** @param {import("node:child_process").ChildProcess} child */
async function waitUntilReady(child) {
  let log = "";
  child.stderr?.on("data", (chunk) => {
    log += chunk;
  });
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
    if (log.includes("ready to accept connections")) return;
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  child.stdin?.end();
  throw new ExpectedFailure(`PostgreSQL did not start: ${log.trim()}`);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} folder
 */
async function stopServer(child, folder) {
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.stdin?.end();
  if (child.exitCode === null) await Promise.race([ended, sleep(10_000)]);
  if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
