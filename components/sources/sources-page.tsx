"use client";

import { Button, Collapse, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { notify } from "@/components/ui/notify";
import { PageTitle } from "@/components/ui/page-title";
import type { Product } from "@/lib/contracts/products";
import { ConnectForm } from "./connect-form";
import { addSource } from "./connect-source";
import { SourceRow } from "./source-row";
import { sourcesKey, sourcesOptions } from "./sources-query";

/** The product's repositories and projects: how each is doing, and what can be done about it. */
export function SourcesPage({ product, now }: { product: Product; now: number }) {
  const { data, error } = useQuery(sourcesOptions(product.id));
  const sources = data?.items ?? [];
  return (
    <Stack gap="lg" maw={880}>
      <PageTitle
        title="Sources"
        about="Where the items come from. Each is read again by itself every few minutes."
      />
      {error && !data ? <Text role="alert">{error.message}</Text> : null}
      {data && sources.length === 0 ? (
        <Text c="dimmed">No source is connected yet. Add one below.</Text>
      ) : null}
      <div>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} timeZone={product.timeZone} now={now} />
        ))}
      </div>
      {product.sample ? null : (
        <Allowed right="manage_sources">
          <AddSource productId={product.id} initiallyOpen={sources.length === 0} />
        </Allowed>
      )}
    </Stack>
  );
}

type AddSourceProps = { productId: string; initiallyOpen: boolean };

function AddSource({ productId, initiallyOpen }: AddSourceProps) {
  const [opened, setOpened] = useState(initiallyOpen);
  const [round, setRound] = useState(0);
  const queryClient = useQueryClient();
  return (
    <section aria-label="Add a source">
      <Button variant="default" mb="sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        Add a source
      </Button>
      <Collapse expanded={opened}>
        <ConnectForm
          key={round}
          onConnect={async (values) => {
            const source = await addSource(productId, values);
            await queryClient.invalidateQueries({ queryKey: sourcesKey(productId) });
            setOpened(false);
            setRound(round + 1);
            void notify({ message: `${source.name} is connected. Its first sync has started.` });
          }}
        />
      </Collapse>
    </section>
  );
}
