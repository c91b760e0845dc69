"use client";

import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { formatInstantDay } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { NewToken, Token } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import classes from "./accounts.module.css";
import { tokensOptions } from "./accounts-query";
import { Part } from "./part";
import { productNames } from "./role-words";
import { ShownOnce } from "./shown-once";
import { TokenForm } from "./token-form";
import { useListRemoval } from "./use-list-change";
import { endWords } from "./when-words";

/** What scripts and BI tools are let in with, on a person's behalf. */
export function TokensSection({ products, now }: { products: readonly Product[]; now: number }) {
  const tokens = useQuery(tokensOptions);
  const locale = useLocale();
  const [isForm, setIsForm] = useState(false);
  const [made, setMade] = useState<NewToken | null>(null);
  const revoke = useListRemoval(tokensOptions.queryKey, (id) => `/api/tokens/${id}`);
  const nameOf = productNames(products);
  const boundsOf = ({ scope, productIds }: Token) =>
    `${scope === "read" ? "Reads" : "Reads and writes"} ${productIds === null ? "every product" : productIds.map(nameOf).join(", ")}`;
  const usedWords = ({ lastUsedAt }: Token) =>
    lastUsedAt === null ? "never used" : `last used ${formatInstantDay(lastUsedAt, locale, "UTC")}`;
  return (
    <Part
      title="API tokens"
      about="For scripts and BI tools. A token may never do more than its person, and never signs."
      read={tokens}
    >
      {made ? (
        <ShownOnce
          label={`The token ${made.name}`}
          text={made.token}
          onDone={() => setMade(null)}
        />
      ) : null}
      {isForm ? (
        <TokenForm
          products={products}
          onCancel={() => setIsForm(false)}
          onMade={(token) => {
            setIsForm(false);
            setMade(token);
          }}
        />
      ) : (
        <Button size="xs" variant="default" my="xs" onClick={() => setIsForm(true)}>
          Make a token
        </Button>
      )}
      <ul className={classes.list}>
        {tokens.data?.items.map((token) => (
          <li key={token.id} className={classes.row}>
            <div className={classes.what}>
              <Text fw={600}>{token.name}</Text>
              <Text size="sm">{boundsOf(token)}</Text>
              <Text size="sm" c="dimmed">
                Of <bdi>{token.person}</bdi>, {endWords(token.expiresAt, now, locale)},{" "}
                {usedWords(token)}
              </Text>
            </div>
            <ConfirmButton
              label="End"
              about={`End the token ${token.name}`}
              confirm="End it"
              loading={revoke.isPending && revoke.variables === token.id}
              onConfirm={() => revoke.mutate(token.id)}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
