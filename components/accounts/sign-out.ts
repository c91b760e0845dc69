import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** Ends the session; the page that follows is a new one, so that nothing read stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await sendJson("POST", "/api/sign-out");
    // Drafts are kept in the tab: they are not for whoever signs in next.
    sessionStorage.clear();
    window.location.assign("/");
  } catch (error) {
    const message = error instanceof Error ? error.message : "Signing out failed.";
    await notify({ message, tone: "error" });
  }
}
