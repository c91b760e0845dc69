/** Structured logs of the background work. Every line about a run bears its `runId`. */
export type SyncLog = {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
