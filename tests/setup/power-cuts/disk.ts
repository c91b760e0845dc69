import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DiskEvent, type FileId, foldersId, isMade } from "./recorded-files";

type ContentEvent = Extract<DiskEvent, { kind: "write" | "resize" }>;
type NameEvent = Extract<DiskEvent, { kind: "link" | "unlink" | "rename" }>;
type File = { content: Buffer; waiting: ContentEvent[] };
type Folder = { names: Map<string, FileId>; waiting: NameEvent[] };

const sectorBytes = 512;

/** A disk that keeps only what it was told to flush, beginning with all that `base` holds. */
export class Disk {
  private readonly files = new Map<FileId, File>();
  private readonly folders = new Map<string, Folder>();

  constructor(private readonly base: string) {}

  apply(event: DiskEvent): void {
    switch (event.kind) {
      case "write":
      case "resize":
        this.file(event.id).waiting.push(event);
        return;
      case "flush":
        settleFile(this.file(event.id));
        return;
      case "link":
      case "unlink":
      case "rename":
        this.folder(event.folder).waiting.push(event);
        return;
      case "flush names":
        settleFolder(this.folder(event.folder));
        return;
    }
  }

  /** What was not flushed reaches the disk by chance: any of the sectors, the first of the names. */
  tear(random: () => number): void {
    for (const file of this.files.values()) {
      file.waiting = file.waiting.flatMap((event) => torn(event, random));
      settleFile(file);
    }
    for (const folder of this.folders.values()) {
      folder.waiting.length = Math.floor(random() * (folder.waiting.length + 1));
      settleFolder(folder);
    }
  }

  /** What is found at the next start, in a new folder. */
  writeTo(target: string, path = ""): void {
    mkdirSync(join(target, path), { mode: 0o700 });
    for (const [name, id] of this.folder(path).names) {
      const inner = join(path, name);
      if (id === foldersId) this.writeTo(target, inner);
      else if (this.files.has(id) || isMade(id))
        writeFileSync(join(target, inner), this.file(id).content);
      else copyFileSync(join(this.base, id), join(target, inner));
    }
  }

  private file(id: FileId): File {
    const known = this.files.get(id);
    if (known) return known;
    const content = isMade(id) ? Buffer.alloc(0) : readFileSync(join(this.base, id));
    const file: File = { content, waiting: [] };
    this.files.set(id, file);
    return file;
  }

  private folder(path: string): Folder {
    const known = this.folders.get(path);
    if (known) return known;
    const folder: Folder = { names: namesIn(this.base, path), waiting: [] };
    this.folders.set(path, folder);
    return folder;
  }
}

function namesIn(base: string, path: string): Map<string, FileId> {
  const entries = readFolder(join(base, path));
  return new Map(
    entries.map((one) => [one.name, one.isDirectory() ? foldersId : join(path, one.name)]),
  );
}

/** A folder made since has nothing in it yet. */
function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function settleFile(file: File): void {
  for (const event of file.waiting.splice(0)) {
    const end = event.kind === "resize" ? event.size : event.position + event.bytes.length;
    if (event.kind === "resize") file.content = resized(file.content, end);
    else {
      if (end > file.content.length) file.content = resized(file.content, end);
      file.content.set(event.bytes, event.position);
    }
  }
}

function resized(content: Buffer, size: number): Buffer {
  const other = Buffer.alloc(size);
  content.copy(other, 0, 0, Math.min(size, content.length));
  return other;
}

function settleFolder({ names, waiting }: Folder): void {
  for (const event of waiting.splice(0)) {
    if (event.kind === "link") names.set(event.name, event.id);
    else if (event.kind === "unlink") names.delete(event.name);
    else {
      const id = names.get(event.from);
      names.delete(event.from);
      if (id !== undefined) names.set(event.to, id);
    }
  }
}

function torn(event: ContentEvent, random: () => number): ContentEvent[] {
  if (event.kind === "resize") return random() < 0.5 ? [event] : [];
  const kept: ContentEvent[] = [];
  for (let from = 0; from < event.bytes.length; from += sectorBytes) {
    const bytes = event.bytes.subarray(from, from + sectorBytes);
    if (random() < 0.5) kept.push({ ...event, position: event.position + from, bytes });
  }
  return kept;
}
