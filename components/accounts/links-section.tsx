"use client";

import { Button, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Link } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import { linksOptions } from "./accounts-query";
import { useChange } from "./use-change";

/** What was shared by link, and its end. */
export function LinksSection({ products }: { products: Product[] }) {
  const { data } = useQuery(linksOptions);
  const open = data?.items.filter(({ revokedAt }) => revokedAt === null) ?? [];
  return (
    <section aria-label="Shared links">
      <Title order={2} size="h4" mb="xs">
        Shared links
      </Title>
      {open.length === 0 ? <Text c="dimmed">Nothing is shared by link.</Text> : null}
      <ul>
        {open.map((link) => (
          <LinkLine
            key={link.id}
            link={link}
            product={products.find(({ id }) => id === link.productId)?.name ?? "a product"}
          />
        ))}
      </ul>
    </section>
  );
}

function LinkLine({ link, product }: { link: Link; product: string }) {
  const { id, kind, createdBy, expiresAt } = link;
  const locale = useLocale();
  const change = useChange();
  const what = kind === "meeting" ? "The record of a meeting" : "A view of the balance";
  return (
    <li>
      <Group gap="sm">
        <Text>
          {what} of <bdi>{product}</bdi>, until {formatInstant(expiresAt, locale, "UTC")}, made by{" "}
          <bdi>{createdBy}</bdi>
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => change.mutate({ method: "DELETE", path: `/api/links/${id}` })}
        >
          End the link
        </Button>
      </Group>
    </li>
  );
}
