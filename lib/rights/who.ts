import type { ProductRight, WorkspaceRight } from "./rights";

/** The aggregates that belong to a product, as paths name them. */
export const thingParameters = [
  "productId",
  "sourceId",
  "itemId",
  "teamId",
  "noteId",
  "stageId",
  "agreementId",
  "digestId",
  "meetingId",
  "batchId",
] as const;
export type ThingParameter = (typeof thingParameters)[number];

/** Who may take a route. */
export type Who =
  /** Anybody: the handler reads a password, a code, a secret or a signature, or tells nothing. */
  | { kind: "anyone" }
  /** Whoever is signed in, about themselves: never a token. */
  | { kind: "person" }
  /** Who has the right in the workspace. */
  | { kind: "workspace"; right: WorkspaceRight }
  /** Who has the right in some product. */
  | { kind: "somewhere"; right: ProductRight }
  /** Who has the right in the product of the thing that the path names. */
  | { kind: "thing"; right: ProductRight; parameter: ThingParameter };

export const anyone: Who = { kind: "anyone" };
export const person: Who = { kind: "person" };

export function inWorkspace(right: WorkspaceRight): Who {
  return { kind: "workspace", right };
}

export function somewhere(right: ProductRight): Who {
  return { kind: "somewhere", right };
}

export function of(parameter: ThingParameter, right: ProductRight): Who {
  return { kind: "thing", right, parameter };
}
