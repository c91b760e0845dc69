/**
 * The header in which a page tells of which workspace it is. Whoever sends none, as scripts do, works in
 * the one of their token or their session.
 */
export const pageWorkspaceHeader = "x-workspace";
