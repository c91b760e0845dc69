import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { ExpectedFailure, errorCode } from "../prepare/expected-failure.mjs";

/**
 * Proves that the port can be listened on, before minutes go into installing and building.
 * @param {string} host
 * @param {number} port 0 picks any free one
 * @returns {Promise<number>} the port to use
 * @throws {ExpectedFailure} where it cannot be had
 */
export function findPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(portFailure(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      const found = address !== null && typeof address === "object" ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
}

/**
 * @param {unknown} error what listening ended with
 * @param {string} host
 * @param {number} port
 * @returns {unknown} an ExpectedFailure where the reason is a known one, else the error itself
 */
export function portFailure(error, host, port) {
  const another = `Choose another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new ExpectedFailure(`Port ${port} on ${host} is taken by another program. ${another}`);
    case "EACCES":
      return new ExpectedFailure(`Port ${port} on ${host} may not be used by you. ${another}`);
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "ENOTFOUND":
      return new ExpectedFailure(`HOST=${host} is not an address of this machine.`);
    default:
      return error;
  }
}

/**
 * Proves that files can be kept in the folder, creating it where needed.
 * @param {string} folder absolute
 * @throws {ExpectedFailure} where it cannot be created or written
 */
export function checkDataFolder(folder) {
  const probe = path.join(folder, `.writable-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const code = errorCode(error);
    if (!code) throw error;
    throw new ExpectedFailure(
      `The data folder ${folder} cannot be written (${code}). ` +
        "Give this user the right to, or choose another with DATA_DIR.",
    );
  }
}
