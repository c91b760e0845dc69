import type { ProductRole, Role } from "@/lib/domain/role";

/** What a person is called who has the role. */
export const roleWords: Record<Role, string> = {
  owner: "Owner",
  pm: "Product manager",
  engineering: "Engineering",
  viewer: "Viewer",
};

/** A role in the workspace, or that there is none. */
export function standingWords(role: Role | null): string {
  return role === null ? "Only in some products" : roleWords[role];
}

export const noRole = "none";

/** The choices of a select, whose values are texts. */
export const roleChoices = [
  ...(["owner", "pm", "engineering", "viewer"] as const).map((role) => ({
    value: role as string,
    label: roleWords[role],
  })),
  { value: noRole, label: "Only in some products" },
];

export const productRoleChoices = [
  { value: noRole, label: "As in the workspace" },
  ...(["pm", "engineering", "viewer"] as const).map((role: ProductRole) => ({
    value: role as string,
    label: roleWords[role],
  })),
];
