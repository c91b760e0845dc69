/** What the web thread asks of the database thread, and what comes back. */
export type WorkerRequest = { id: number } & (
  | { kind: "ready" }
  | { kind: "exec"; sql: string }
  | { kind: "close" }
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
