import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { webAddress } from "./web-address";

type TrackerLinkProps = {
  url: string;
  /** Among other words, where colour alone would not tell it from them. */
  inText?: boolean;
  children: ReactNode;
};

/** A link out to the tracker. What is no web address stays plain text: titles and URLs come from outside. */
export function TrackerLink({ url, inText = false, children }: TrackerLinkProps) {
  const address = webAddress(url);
  if (address === null) return <span>{children}</span>;
  return (
    <Anchor
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      inherit
      underline={inText ? "always" : "hover"}
    >
      {children} <span aria-hidden="true">↗</span>
    </Anchor>
  );
}
