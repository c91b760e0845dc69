import type { ProductRole, Role, TokenScope } from "@/lib/domain/role";

/** Nobody's workspace: no row bears it, so that whatever is looked for there is not found. */
export const noWorkspaceId = "00000000-0000-0000-0000-000000000000";

/** What a person is: `role` everywhere (null: nowhere by itself), but for the products named. */
export type Membership = {
  role: Role | null;
  productRoles: Readonly<Record<string, ProductRole>>;
};

/** The owner of the machine, or the server itself at its own work: no login, everything allowed. */
export type LocalActor = { kind: "local"; workspaceId: string; name: string };
export type MemberActor = Membership & {
  kind: "member";
  workspaceId: string;
  personId: string;
  name: string;
};
/** A script of a member's: never more than the member, the scope and the products allow together. */
export type TokenActor = Membership & {
  kind: "token";
  workspaceId: string;
  personId: string;
  tokenId: string;
  name: string;
  scope: TokenScope;
  /** Null is all that the member sees. */
  productIds: readonly string[] | null;
};
/** Whoever has a link: reads for one page of one product, which the page itself narrows. */
export type LinkActor = { kind: "link"; workspaceId: string; name: string; productId: string };
export type NobodyActor = { kind: "nobody"; workspaceId: typeof noWorkspaceId; name: string };

/** Who asks. */
export type Actor = LocalActor | MemberActor | TokenActor | LinkActor | NobodyActor;

/** Whoever answers for the workspace, in person. */
export function isOwner(actor: Actor): boolean {
  return actor.kind === "local" || (actor.kind === "member" && actor.role === "owner");
}

export const nobody: NobodyActor = {
  kind: "nobody",
  workspaceId: noWorkspaceId,
  name: "nobody",
};
