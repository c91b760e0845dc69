import { fstatSync } from "node:fs";
import { dirname, relative } from "node:path";
import { DurableFiles } from "@/db/embedded/durable-files.mjs";

/** What a file is known by, whatever it is called: one that was there before, by its first name. */
export type FileId = string;
export const foldersId = "folder";
const madePrefix = "made ";
export const isMade = (id: FileId) => id.startsWith(madePrefix);

/** What was done to the disk, in order. Folders and files are relative to the database's. */
export type DiskEvent =
  | { kind: "write"; id: FileId; position: number; bytes: Uint8Array }
  | { kind: "resize"; id: FileId; size: number }
  | { kind: "flush"; id: FileId }
  | { kind: "link"; folder: string; name: string; id: FileId }
  | { kind: "unlink"; folder: string; name: string }
  | { kind: "rename"; folder: string; from: string; to: string }
  | { kind: "flush names"; folder: string };

type NodeFiles = Parameters<DurableFiles["install"]>[0];
type Node = Parameters<NodeFiles["realPath"]>[0];

const folderMode = 0o040000;

/** The product's file layer, writing down all that it does. It need not wait for a real disk. */
export class RecordedFiles extends DurableFiles {
  readonly events: DiskEvent[] = [];
  private readonly ids = new Map<string, FileId>();
  private readonly open = new Map<number, string>();
  private made = 0;

  override install(files: NodeFiles): void {
    this.recordNames(files);
    this.recordContents(files);
    super.install(files);
  }

  /** From here on: what is in the folder now counts as flushed, under the names it has now. */
  restart(): void {
    this.events.length = 0;
    this.ids.clear();
  }

  override flushFile(file: number): void {
    const path = this.open.get(file) ?? "";
    if (fstatSync(file).isDirectory()) this.events.push({ kind: "flush names", folder: path });
    else this.events.push({ kind: "flush", id: this.idOf(path) });
  }

  override flushFolder(folder: string): void {
    this.events.push({ kind: "flush names", folder: this.pathOf(folder) });
  }

  private pathOf(path: string): string {
    return relative(this.rootDir, path);
  }

  private idOf(path: string): FileId {
    return this.ids.get(path) ?? path;
  }

  private recordNames(files: NodeFiles): void {
    const { mknod, rename, unlink, rmdir } = files.node_ops;
    const pathOf = (node: Node) => this.pathOf(files.realPath(node));
    files.node_ops.mknod = (parent, name, mode, device) => {
      const node = mknod(parent, name, mode, device);
      const isFolder = (mode & 0o170000) === folderMode;
      const id = isFolder ? foldersId : `${madePrefix}${++this.made}`;
      if (!isFolder) this.ids.set(pathOf(node), id);
      this.events.push({ kind: "link", folder: pathOf(parent), name, id });
      return node;
    };
    files.node_ops.rename = (node, parent, to) => {
      const path = pathOf(node);
      const [id, folder, from] = [this.idOf(path), pathOf(parent), node.name];
      if (dirname(path).replace(/^\.$/, "") !== folder) throw new Error(`${path} changes folders`);
      rename(node, parent, to);
      this.ids.set(folder === "" ? to : `${folder}/${to}`, id);
      for (const [file, open] of this.open) {
        if (open === path) this.open.set(file, folder === "" ? to : `${folder}/${to}`);
      }
      this.events.push({ kind: "rename", folder, from, to });
    };
    const removing = (remove: typeof unlink) => (parent: Node, name: string) => {
      remove(parent, name);
      this.events.push({ kind: "unlink", folder: pathOf(parent), name });
    };
    files.node_ops.unlink = removing(unlink);
    files.node_ops.rmdir = removing(rmdir);
  }

  private recordContents(files: NodeFiles): void {
    const { open, write, setattr } = files.stream_ops;
    const { setattr: setNode } = files.node_ops;
    files.stream_ops.open = (stream) => {
      open(stream);
      this.open.set(stream.nfd, this.pathOf(files.realPath(stream.node)));
    };
    files.stream_ops.write = (stream, buffer, offset, length, position) => {
      const written = write(stream, buffer, offset, length, position);
      const bytes = Uint8Array.from(buffer.subarray(offset, offset + written));
      const id = this.idOf(this.open.get(stream.nfd) ?? "");
      this.events.push({ kind: "write", id, position, bytes });
      return written;
    };
    files.stream_ops.setattr = (stream, attributes) => {
      setattr(stream, attributes);
      this.resized(this.open.get(stream.nfd) ?? "", attributes.size);
    };
    files.node_ops.setattr = (node, attributes) => {
      setNode(node, attributes);
      this.resized(this.pathOf(files.realPath(node)), attributes.size);
    };
  }

  private resized(path: string, size: number | undefined): void {
    if (size !== undefined) this.events.push({ kind: "resize", id: this.idOf(path), size });
  }
}
