import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** Goes on in another workspace; the page that follows is a new one, so that nothing read stays in memory. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  try {
    await sendJson("PUT", "/api/me/workspace", { workspaceId });
    // Drafts are of the workspace that is left.
    sessionStorage.clear();
    window.location.assign("/");
  } catch (error) {
    const message = error instanceof Error ? error.message : "Switching failed.";
    await notify({ message, tone: "error" });
  }
}
