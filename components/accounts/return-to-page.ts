import { ApiError, getJson, sendJson } from "@/components/ui/api";
import type { Me } from "@/lib/contracts/accounts";

/** Of whom and of which workspace a page is. */
export type PageOf = { personId: string; workspaceId: string };

/**
 * Brings a session that has just begun to where the page is, since it begins in the oldest workspace of
 * its person. False where the page is another's, or of a workspace that is not theirs
 * any more, be it the last that they had.
 */
export async function returnToPage({ personId, workspaceId }: PageOf): Promise<boolean> {
  try {
    // First of all: any other call of the page is refused in another workspace.
    await sendJson("PUT", "/api/me/workspace", { workspaceId });
  } catch (error) {
    if (error instanceof ApiError && [401, 404].includes(error.status)) return false;
    throw error;
  }
  const me = await getJson<Me>("/api/me");
  return me.personId === personId;
}
