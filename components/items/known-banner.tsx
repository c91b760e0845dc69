"use client";

import { Button, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { todayIn } from "@/components/balance/calendar";
import { dayOfKnown } from "@/components/balance/known-day";
import { formatDay } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import classes from "./known-banner.module.css";
import { knownWords } from "./known-words";

type KnownBannerProps = {
  product: Product;
  asKnownAt: string;
  onBack: () => void;
  /** What the page adds: how the past compares, and the way to another day. */
  children?: ReactNode;
};

/** Says that the page shows the past, which one, and the way back to now. */
export function KnownBanner({ product, asKnownAt, onBack, children }: KnownBannerProps) {
  const locale = useLocale();
  const { timeZone, createdAt } = product;
  const first = todayIn(timeZone, Date.parse(createdAt));
  const isBeforeAll = dayOfKnown(asKnownAt, timeZone) < first;
  return (
    <section className={classes.banner} aria-label="As known in the past">
      <div className={classes.words}>
        <Text fw={600}>This is what was known on {knownWords(asKnownAt, locale, timeZone)}.</Text>
        <Text size="sm" c="dimmed">
          Open or closed, category and disputes are those of then; titles, labels and points are of
          today.
          {isBeforeAll
            ? ` No category was known before ${formatDay(first, locale)}, when the product was connected.`
            : null}
        </Text>
      </div>
      {children}
      <Button size="xs" variant="default" onClick={onBack}>
        Back to now
      </Button>
    </section>
  );
}
