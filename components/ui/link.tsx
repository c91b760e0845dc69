"use client";

import NextLink, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";

type LinkProps = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * A link within the product, read ahead once somebody is about to follow it. Every page is made for
 * its request, so that reading ahead all links in sight would ask the server a dozen times for each
 * page that is opened, and bring little more than their frames.
 */
export function Link({ onPointerEnter, onTouchStart, onFocus, ...props }: LinkProps) {
  const [meant, setMeant] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={meant ? null : false}
      onPointerEnter={(event) => {
        setMeant(true);
        onPointerEnter?.(event);
      }}
      onTouchStart={(event) => {
        setMeant(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setMeant(true);
        onFocus?.(event);
      }}
    />
  );
}

/** Inside a link: there while the page that it leads to is on its way. */
export function LinkPending({ className }: { className: string | undefined }) {
  const { pending } = useLinkStatus();
  return pending ? (
    <span className={className} aria-hidden="true" data-testid="link-pending" />
  ) : null;
}
