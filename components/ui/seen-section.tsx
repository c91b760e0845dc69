"use client";

import { Skeleton, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./seen-section.module.css";
import { WhenSeen } from "./when-seen";

type SeenSectionProps = { id: string; title: string; skeleton: ReactNode; children: ReactNode };

/**
 * A part of a page that loads when the reader comes to it. Its heading stands from the beginning, so
 * that nothing moves from under whoever scrolls to it.
 */
export function SeenSection({ id, title, skeleton, children }: SeenSectionProps) {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb={4}>
        {title}
      </Title>
      <WhenSeen placeholder={skeleton}>{children}</WhenSeen>
    </section>
  );
}

/** The place of a sentence and of what stands under it, until the reader comes, and while it loads. */
export function SeenSkeleton({ height }: { height: number }) {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <Skeleton height={16} width="60%" mb={12} />
      <Skeleton height={height} />
    </div>
  );
}
