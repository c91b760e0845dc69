"use client";

import { Anchor, Button, CopyButton, Group, NativeSelect, Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { formatDayRange } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import { digestFrequencyWords } from "@/lib/domain/glossary";
import { DigestView } from "./digest-view";
import { digestOptions, digestsOptions } from "./digests-query";

/** The digest as it would be made now, and every one that was made; each to be copied. */
export function DigestPage({ product }: { product: Product }) {
  const locale = useLocale();
  const [chosen, setChosen] = useQueryState("digest");
  const list = useInfiniteQuery(digestsOptions(product.id));
  const digest = useQuery(digestOptions(product.id, chosen));
  const made = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="md">
      <PageTitle
        title="Digest"
        about="What both sides should know before they talk: the balance, the drift, the goals, what has to be decided."
      />
      <Group align="flex-end" gap="md">
        <NativeSelect
          label="Of"
          value={chosen ?? ""}
          data={[
            { value: "", label: "The latest, as it is known now" },
            ...made.map(({ id, from, to }) => ({
              value: id,
              label: `${formatDayRange(from, to, locale)}, as it was made`,
            })),
          ]}
          onChange={(event) => void setChosen(event.currentTarget.value || null)}
        />
        {digest.data ? (
          <CopyButton value={digest.data.markdown}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? "Copied" : "Copy as Markdown"}
              </Button>
            )}
          </CopyButton>
        ) : null}
      </Group>
      <LoadMore list={list} />
      {digest.isError && !digest.data ? (
        <ReadFailure
          title="The digest could not be read"
          error={digest.error}
          onRetry={() => void digest.refetch()}
        />
      ) : null}
      {digest.isPending ? <Skeleton height={320} /> : null}
      {digest.data ? (
        <DigestView digest={digest.data.digest} locale={locale} timeZone={product.timeZone} />
      ) : null}
      <p>
        {digestFrequencyWords[product.digest].sentence}{" "}
        <Anchor
          component={Link}
          inherit
          underline="always"
          href={`/products/${product.id}/settings`}
        >
          Change that in the settings
        </Anchor>
      </p>
    </Stack>
  );
}
