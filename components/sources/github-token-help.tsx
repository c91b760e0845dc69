import { Anchor } from "@mantine/core";

/** What a GitHub token needs, and where to make one. */
export function GithubTokenHelp() {
  return (
    <>
      <Anchor
        href="https://github.com/settings/personal-access-tokens/new"
        target="_blank"
        rel="noreferrer noopener"
        inherit
        underline="always"
      >
        Make a fine-grained token
      </Anchor>{" "}
      with read-only access to Issues and Metadata (and Pull requests, where they count). A classic
      token needs <code>repo</code> for private repositories and no scope for public ones. It is
      stored encrypted and never shown again.
    </>
  );
}
