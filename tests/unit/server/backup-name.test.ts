import { expect, test } from "vitest";
import { backupName, scheduledAt, scheduledPrefix } from "@/db/backup/backup-name";

test("a scheduled backup is known by its name, and nothing else is taken for one", () => {
  const at = new Date("2026-03-02T12:34:56Z");
  const name = backupName(at, scheduledPrefix);
  expect(name).toBe("scheduled-2026-03-02T12-34-56Z.ndjson.gz");
  expect(scheduledAt(name)).toEqual(at);
  for (const other of [
    backupName(at),
    `${name}.unfinished`,
    "scheduled-.ndjson.gz",
    "scheduled-today.ndjson.gz",
    "scheduled-2026-13-02T12-34-56Z.ndjson.gz",
  ]) {
    expect(scheduledAt(other), other).toBeNull();
  }
});
