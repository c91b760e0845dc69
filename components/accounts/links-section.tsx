"use client";

import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { formatInstantDay } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Link } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./accounts.module.css";
import { linksOptions } from "./accounts-query";
import { Part } from "./part";
import { productNames } from "./role-words";
import { useListRemoval } from "./use-list-change";
import { endWords } from "./when-words";

const kindNames = { meeting: "A meeting's record", balance: "A view of the balance" } as const;

/** The links that show one thing to whoever has them. */
export function LinksSection({ products, now }: { products: readonly Product[]; now: number }) {
  const links = useQuery(linksOptions);
  const locale = useLocale();
  const revoke = useListRemoval(linksOptions.queryKey, (id) => `/api/links/${id}`);
  const nameOf = productNames(products);
  const day = (instant: string) => formatInstantDay(instant, locale, "UTC");
  const all = links.data?.items.filter(({ revokedAt }) => revokedAt === null) ?? [];
  const whatOf = ({ kind, productId }: Link) => `${kindNames[kind]} of ${nameOf(productId)}`;
  return (
    <Part
      title="Shared links"
      about="Made on a balance or a meeting's record. Whoever has one sees that and nothing else."
      read={links}
    >
      {links.data && all.length === 0 ? <Text size="sm">Nothing is shared by link.</Text> : null}
      <ul className={classes.list}>
        {all.map((link) => (
          <li key={link.id} className={classes.row}>
            <div className={classes.what}>
              <Text fw={600}>
                <bdi>{whatOf(link)}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                Made by <bdi>{link.createdBy}</bdi> on {day(link.createdAt)},
                {endWords(link.expiresAt, now, locale)}
              </Text>
            </div>
            {Date.parse(link.expiresAt) > now ? (
              <ConfirmButton
                label="End the link"
                about={`End the link of ${day(link.createdAt)}: ${whatOf(link)}`}
                confirm="End it"
                loading={revoke.isPending && revoke.variables === link.id}
                onConfirm={() => revoke.mutate(link.id)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
