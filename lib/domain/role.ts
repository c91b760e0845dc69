/** What a person may be in a workspace, or in one product of it. */
export const roles = ["owner", "pm", "engineering", "viewer"] as const;
export type Role = (typeof roles)[number];

/** What a product can give: whoever owns the workspace owns all of it. */
export const productRoles = ["pm", "engineering", "viewer"] as const satisfies readonly Role[];
export type ProductRole = (typeof productRoles)[number];

/** What a token of the API may be used for. */
export const tokenScopes = ["read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** What a link can show to whoever has it. */
export const linkKinds = ["meeting", "balance"] as const;
