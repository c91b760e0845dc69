import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** Goes on in another workspace; the page that follows is a new one, so that nothing read stays in memory. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  await choose(workspaceId, () => {
    // Drafts are of the workspace that is left.
    sessionStorage.clear();
    window.location.assign("/");
  });
}

/** Back in the page's own workspace, where its drafts are; the page is read anew, as it is by now. */
export async function goBackTo(workspaceId: string): Promise<void> {
  await choose(workspaceId, () => window.location.reload());
}

async function choose(workspaceId: string, goOn: () => void): Promise<void> {
  try {
    await sendJson("PUT", "/api/me/workspace", { workspaceId });
    goOn();
  } catch (error) {
    const message = error instanceof Error ? error.message : "Switching failed.";
    await notify({ message, tone: "error" });
  }
}
