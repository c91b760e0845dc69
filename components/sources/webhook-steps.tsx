import { Anchor } from "@mantine/core";
import type { Source } from "@/lib/contracts/sources";
import classes from "./source-settings.module.css";

/** How the webhook is set up on the tracker's side. */
export function WebhookSteps({ source }: { source: Source }) {
  const isJira = source.kind === "jira";
  return (
    <ol className={classes.steps}>
      <li>
        {isJira ? "As an administrator, open " : "Open "}
        <Anchor
          href={placeOf(source)}
          target="_blank"
          rel="noreferrer noopener"
          inherit
          underline="always"
        >
          {isJira ? "Jira's webhooks" : "the repository's new webhook"}
        </Anchor>
        .
      </li>
      <li>
        Paste the address and the secret
        {isJira ? "." : ", and choose the content type application/json."}
      </li>
      <li>
        {isJira
          ? "Choose the events issue created, updated and deleted, limited by JQL to the same issues, and save."
          : "Choose the individual events Issues, Labels and Milestones (and Pull requests, where they count), and save."}
      </li>
    </ol>
  );
}

function placeOf({ kind, url, apiUrl }: Source): string {
  return kind === "jira" ? `${apiUrl}/plugins/servlet/webhooks` : `${url}/settings/hooks/new`;
}
