import { z } from "zod";

const faultSchema = z.object({
  kind: z.string(),
  on: z.string().optional(),
  skip: z.number().optional(),
  times: z.number().optional(),
  status: z.number().optional(),
  seconds: z.number().optional(),
  location: z.string().optional(),
  isSilent: z.boolean().optional(),
});

const editSchema = z.object({
  repository: z.string(),
  edit: z.enum(["add", "edit", "close", "reopen", "relabel", "rename_label", "delete", "transfer"]),
  number: z.number().optional(),
  patch: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().nullable().optional(),
  labels: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

/**
 * Switches faults and edits issues for a process that only knows the stand-in's address:
 * `POST /__stand-in/{faults,edits,delay}`, `DELETE /__stand-in/faults`, `GET /__stand-in/requests`.
 * @param {import("./github-stand-in.mjs").GithubStandIn} standIn
 * @param {string} method
 * @param {string} path
 * @param {string} text the request's body
 * @returns {import("./github-routes.mjs").Answer}
 */
export function answerControl(standIn, method, path, text) {
  try {
    return steer(standIn, method, path, text);
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : `${error}` } };
  }
}

/**
 * @param {import("./github-stand-in.mjs").GithubStandIn} standIn
 * @param {string} method
 * @param {string} path
 * @param {string} text
 * @returns {import("./github-routes.mjs").Answer}
 */
function steer(standIn, method, path, text) {
  const body = text === "" ? {} : JSON.parse(text);
  switch (`${method} ${path.replace("/__stand-in/", "")}`) {
    case "POST faults":
      standIn.setFault(/** @type {import("./types.ts").Fault} */ (faultSchema.parse(body)));
      return { status: 201, body: { ok: true } };
    case "DELETE faults":
      standIn.clearFaults();
      return { status: 200, body: { ok: true } };
    case "POST delay":
      standIn.setDelay(z.object({ delayMs: z.number() }).parse(body).delayMs);
      return { status: 200, body: { ok: true } };
    case "POST edits":
      return { status: 201, body: applyEdit(standIn, editSchema.parse(body)) ?? { ok: true } };
    case "GET requests":
      return { status: 200, body: standIn.requests };
    default:
      return { status: 404, body: { message: `The stand-in has no ${method} ${path}.` } };
  }
}

/**
 * @param {import("./github-stand-in.mjs").GithubStandIn} standIn
 * @param {z.infer<typeof editSchema>} change
 */
function applyEdit(standIn, change) {
  const { repository, number = 0 } = change;
  const patch = /** @type {import("./types.ts").IssuePatch} */ (change.patch ?? {});
  switch (change.edit) {
    case "add":
      return standIn.addIssue(repository, patch);
    case "edit":
      return standIn.editIssue(repository, number, patch);
    case "close":
      return standIn.closeIssue(repository, number, change.reason);
    case "reopen":
      return standIn.reopenIssue(repository, number);
    case "relabel":
      return standIn.relabelIssue(repository, number, change.labels ?? []);
    case "rename_label":
      return standIn.renameLabel(repository, change.from ?? "", change.to ?? "");
    case "delete":
      return standIn.deleteIssue(repository, number);
    case "transfer":
      return standIn.transferIssue(repository, number, change.to ?? "");
  }
}
