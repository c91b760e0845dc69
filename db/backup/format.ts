import { z } from "zod";

/**
 * A backup is gzipped text. Its first line is the header. Each table is a line `["table", name,
 * columns]` and one JSON object a row; the last line is the trailer. Rows stay the text that Postgres
 * made of them: no number or instant passes through JavaScript.
 */
export const backupFormat = "backlog-balance-backup";

export const headerSchema = z.object({
  format: z.literal(backupFormat),
  version: z.literal(1),
  /** The application's, for people. */
  application: z.string(),
  engine: z.enum(["embedded", "server"]),
  createdAt: z.iso.datetime(),
  /** Digests of the migrations that the tables had gone through, in their order. */
  migrations: z.array(z.string()),
  /** Something sealed with the key that the tokens in it are sealed with. */
  sealed: z.string(),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** What a backup says of itself that its tables do not say. */
export type BackupOrigin = Omit<BackupHeader, "format" | "version" | "migrations">;

export const tableSchema = z.tuple([z.literal("table"), z.string(), z.array(z.string()).min(1)]);

export const trailerSchema = z.tuple([
  z.literal("end"),
  z.object({
    rows: z.record(z.string(), z.int()),
    /** SHA-256 of every line before. */
    digest: z.string(),
  }),
]);
export type BackupTrailer = z.infer<typeof trailerSchema>[1];
