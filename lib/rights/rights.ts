import type { Role } from "@/lib/domain/role";

/** What can be done to a product and what belongs to it. */
export const productRights = [
  "read",
  "classify",
  /** Take part in stages, talks, plans and meetings; signing needs a side besides. */
  "agree",
  "manage_rules",
  "manage_sources",
  "manage_products",
  "delete_products",
] as const;
export type ProductRight = (typeof productRights)[number];

/** What can be done to a workspace as a whole. */
export const workspaceRights = ["list", "create_products", "manage_people", "read_log"] as const;
export type WorkspaceRight = (typeof workspaceRights)[number];

export type Right = ProductRight | WorkspaceRight;

const work = ["read", "classify", "agree", "manage_rules", "manage_sources", "manage_products"];

/** The one list of what each role may. */
export const rightsOfRole = {
  owner: [...productRights, ...workspaceRights],
  pm: [...work, "list", "create_products"] as Right[],
  engineering: [...work, "list", "create_products"] as Right[],
  viewer: ["read", "list"],
} as const satisfies Record<Role, readonly Right[]>;

/** What a token never does, whoever it belongs to: sign, decide about people, delete a product. */
export const rightsOfTokens = {
  read: ["read", "list"],
  write: [
    ...["read", "list", "classify", "manage_rules", "manage_sources", "manage_products"],
    "create_products",
  ] as Right[],
} as const;
