import { open } from "node:fs/promises";

/** The names in a folder reach the disk. Windows keeps them without being asked, and refuses. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const opened = await open(folder, "r");
  await opened.sync().finally(() => opened.close());
}
