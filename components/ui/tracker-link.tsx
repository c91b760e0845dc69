import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { webAddress } from "./web-address";

/** A link out to the tracker. What is no web address stays plain text: titles and URLs come from outside. */
export function TrackerLink({ url, children }: { url: string; children: ReactNode }) {
  const address = webAddress(url);
  if (address === null) return <span>{children}</span>;
  return (
    <Anchor href={address} target="_blank" rel="noreferrer noopener" inherit underline="hover">
      {children} <span aria-hidden="true">↗</span>
    </Anchor>
  );
}
