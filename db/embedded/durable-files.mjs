// The embedded database's files. PGlite's own layer answers every fsync without doing it.
// Plain JavaScript: the database's thread loads it by path, outside the bundle.
import { fdatasyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { flushNames } from "./flush-names.mjs";

/**
 * As PGlite starts Postgres, but with fsync. The log goes through fsync, since Emscripten answers
 * fdatasync by itself, without asking any file layer.
 */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/**
 * The parts of Emscripten's NODEFS that are used here.
 * @typedef {object} FileNode
 * @property {FileNode} parent
 * @property {string} name
 * @typedef {object} FileStream
 * @property {FileNode} node
 * @property {string} path
 * @property {number} nfd
 * @typedef {object} NodeOperations
 * @property {(parent: FileNode, name: string, mode: number, dev: number) => FileNode} mknod
 * @property {(node: FileNode, folder: FileNode, name: string) => void} rename
 * @property {(folder: FileNode, name: string) => void} unlink
 * @property {(folder: FileNode, name: string) => void} rmdir
 * @property {(node: FileNode, attributes: { size?: number }) => void} setattr
 * @typedef {object} StreamOperations
 * @property {(stream: FileStream) => void} open
 * @property {(stream: FileStream, buffer: Int8Array, offset: number, length: number, position: number) => number} write
 * @property {(stream: FileStream, attributes: { size?: number }) => void} setattr
 * @property {((stream: FileStream) => number) | undefined} fsync
 * @typedef {object} NodeFiles
 * @property {NodeOperations} node_ops
 * @property {StreamOperations} stream_ops
 * @property {(node: FileNode) => string} realPath
 * @property {<T>(operation: () => T) => T} tryFSOperation turns Node's errors into Postgres' numbers
 */

/** A folder whose files reach the disk when Postgres says so, with the names they go by. */
export class DurableFiles extends NodeFS {
  /** Bytes written to Postgres' log since this was last set to 0. */
  loggedBytes = 0;
  /** Folders in which names were made, changed or removed since they were last flushed. */
  changedFolders = /** @type {Set<string>} */ (new Set());

  /**
   * @override
   * @param {import("@electric-sql/pglite").PGlite} pg
   * @param {Parameters<NodeFS["init"]>[1]} options
   */
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    const install = (/** @type {object} */ module) => this.install(nodeFilesOf(module));
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, install] } };
  }

  /** @param {NodeFiles} files */
  install(files) {
    this.watchNames(files);
    const { write } = files.stream_ops;
    files.stream_ops.write = (stream, ...rest) => {
      const written = write(stream, ...rest);
      if (stream.path.includes("/pg_wal/")) this.loggedBytes += written;
      return written;
    };
    files.stream_ops.fsync = (stream) => files.tryFSOperation(() => this.flush(stream.nfd));
  }

  /** @param {NodeFiles} files */
  watchNames({ node_ops: operations, realPath }) {
    const { mknod, rename, unlink, rmdir } = operations;
    const changed = (/** @type {FileNode} */ folder) => this.changedFolders.add(realPath(folder));
    operations.mknod = (parent, ...rest) => {
      changed(parent);
      return mknod(parent, ...rest);
    };
    operations.rename = (node, folder, name) => {
      changed(node.parent);
      changed(folder);
      rename(node, folder, name);
    };
    operations.unlink = (folder, name) => {
      changed(folder);
      unlink(folder, name);
    };
    operations.rmdir = (folder, name) => {
      changed(folder);
      rmdir(folder, name);
    };
  }

  /**
   * A file's content counts for nothing while the name it goes by may be lost: names go first.
   * @param {number} file an open one
   */
  flush(file) {
    for (const folder of this.changedFolders) {
      this.flushFolder(folder);
      this.changedFolders.delete(folder);
    }
    this.flushFile(file);
    return 0;
  }

  /** @param {number} file an open one */
  flushFile(file) {
    fdatasyncSync(file);
  }

  /** @param {string} folder one that is gone was removed from another, which is flushed too */
  flushFolder(folder) {
    flushNames(folder);
  }
}

/**
 * Guarantee of the cast: Emscripten gives every module its own NODEFS of this shape, tried with
 * PGlite 0.5.16.
 * @param {object} module
 * @returns {NodeFiles}
 */
function nodeFilesOf(module) {
  return Reflect.get(module, "NODEFS");
}
