import { Anchor } from "@mantine/core";

/** What a Jira token needs, and where to make one. */
export function JiraTokenHelp({ isCloud }: { isCloud: boolean }) {
  return (
    <>
      {isCloud ? <CloudToken /> : "Make a personal access token in Jira, under your profile"}. Its
      account needs the permission to browse the project. It is stored encrypted and never shown
      again.
    </>
  );
}

function CloudToken() {
  return (
    <Anchor
      href="https://id.atlassian.com/manage-profile/security/api-tokens"
      target="_blank"
      rel="noreferrer noopener"
      inherit
      underline="always"
    >
      Make an API token
    </Anchor>
  );
}
