import { sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";

/** Ends the session; the page that follows is a new one, so that nothing read stays in memory. */
export async function signOut(): Promise<void> {
  try {
    await sendJson("POST", "/api/sign-out");
    // What was typed in this tab and not sent belongs to whoever typed it.
    sessionStorage.clear();
    window.location.assign("/");
  } catch (error) {
    const message = error instanceof Error ? error.message : "Signing out failed.";
    await notify({ message, tone: "error" });
  }
}
