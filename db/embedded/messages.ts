/** What the web thread asks of the database thread, and what comes back. */
export type WorkerRequest = { id: number } & (
  | { kind: "ready" }
  | { kind: "exec"; sql: string }
  | { kind: "close" }
  /** From here until `copy` has answered, nothing ends the log: a copy is read with all of it. */
  | { kind: "prepare copy" }
  | { kind: "copy"; folder: string }
  | { kind: "break copy off" }
  | {
      kind: "query";
      sql: string;
      params: unknown[];
      rowMode: "array" | "object";
      /** Postgres type ids whose values stay text. */
      textTypes: number[];
    }
);

export type WorkerFailure = { message: string; detail: Record<string, unknown> };

export type WorkerAnswer = { id: number } & ({ result: unknown } | { failure: WorkerFailure });
