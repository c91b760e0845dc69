"use client";

import { Button, Group, NativeSelect, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { NewToken, Token } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import { tokensOptions } from "./accounts-query";
import { GivenSecret } from "./given-secret";
import { useChange } from "./use-change";

const everyProduct = "all";

/** What scripts sign in with. */
export function TokensSection({ products }: { products: Product[] }) {
  const { data } = useQuery(tokensOptions);
  return (
    <section aria-label="API tokens">
      <Title order={2} size="h4">
        API tokens
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        For scripts and BI tools. A token may never do more than you, and never signs for a side.
      </Text>
      <NewTokenForm products={products} />
      <ul>
        {data?.items.map((token) => (
          <TokenLine key={token.id} token={token} />
        ))}
      </ul>
    </section>
  );
}

function NewTokenForm({ products }: { products: Product[] }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState("read");
  const [product, setProduct] = useState(everyProduct);
  const make = useChange<NewToken>(() => setName(""));
  const body = { name, scope, productIds: product === everyProduct ? null : [product] };
  const choices = products.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ method: "POST", path: "/api/tokens", body });
      }}
    >
      <Group align="end" gap="sm">
        <TextInput
          label="Name of the token"
          required
          value={name}
          maxLength={100}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <NativeSelect
          label="It may"
          data={[
            { value: "read", label: "Read" },
            { value: "write", label: "Read and write" },
          ]}
          value={scope}
          onChange={({ currentTarget }) => setScope(currentTarget.value)}
        />
        <NativeSelect
          label="Of"
          data={[{ value: everyProduct, label: "Every product you see" }, ...choices]}
          value={product}
          onChange={({ currentTarget }) => setProduct(currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending}>
          Make a token
        </Button>
      </Group>
      <GivenSecret what="Send it as a bearer token, for 90 days." text={make.data?.token} />
    </form>
  );
}

function TokenLine({ token }: { token: Token }) {
  const { id, name, person, scope, expiresAt, lastUsedAt } = token;
  const locale = useLocale();
  const change = useChange();
  const at = (instant: string) => formatInstant(instant, locale, "UTC");
  return (
    <li>
      <Group gap="sm">
        <Text>
          <bdi>{name}</bdi> of <bdi>{person}</bdi>,{" "}
          {scope === "read" ? "reads" : "reads and writes"}
          {expiresAt ? `, until ${at(expiresAt)}` : ""},{" "}
          {lastUsedAt ? `last used ${at(lastUsedAt)}` : "never used"}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`End the token ${name}`}
          onClick={() => change.mutate({ method: "DELETE", path: `/api/tokens/${id}` })}
        >
          End
        </Button>
      </Group>
    </li>
  );
}
