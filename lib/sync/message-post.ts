import type { GuardedFetch } from "@/lib/connectors/http";

/** A text for people; `reference` is the same whenever the same message is sent. */
export type OutgoingMessage = { text: string; reference: string };

/** Posts messages to webhooks as Slack takes them, which Mattermost, Rocket.Chat and others take too. */
export type MessagePost = {
  /** The status of the answer; a redirect is not followed. Errors: `UpstreamError`. */
  post(url: URL, message: OutgoingMessage): Promise<number>;
  /** Errors: `UpstreamError` where no message may go to this address. */
  requireAllowed(url: URL): void;
};

export function createMessagePost({
  fetch,
  requireAllowed,
}: Pick<GuardedFetch, "fetch" | "requireAllowed">): MessagePost {
  return {
    requireAllowed,
    post: async (url, { text, reference }) => {
      const headers = { "content-type": "application/json", "idempotency-key": reference };
      const { status } = await fetch(url, {
        method: "POST",
        headers,
        body: JSON.stringify({ text }),
      });
      return status;
    },
  };
}
