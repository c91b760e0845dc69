"use client";

import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Allowed } from "@/components/accounts/viewer";
import { sendJson } from "@/components/ui/api";
import { formatCount, formatInstant } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { notify } from "@/components/ui/notify";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Meeting } from "@/lib/contracts/meetings";
import type { Product } from "@/lib/contracts/products";
import classes from "./meetings.module.css";
import { meetingsKey, meetingsOptions } from "./meetings-query";

/** The meetings of a product, and the way to start one or to go on with the open one. */
export function MeetingsPage({ product }: { product: Product }) {
  const { id: productId, timeZone } = product;
  const locale = useLocale();
  const router = useRouter();
  const queryClient = useQueryClient();
  const meetings = useQuery(meetingsOptions(productId));
  const start = useMutation({
    mutationFn: () => sendJson<Meeting>("POST", `/api/products/${productId}/meetings`),
    onSuccess: ({ id }) => router.push(`/products/${productId}/meetings/${id}`),
    onError: (error) => notify({ message: error.message, tone: "error" }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: meetingsKey(productId) }),
  });
  const all = meetings.data?.items ?? [];
  const open = all.find(({ closedAt }) => closedAt === null);
  const closed = all.filter(({ closedAt }) => closedAt !== null);
  return (
    <Stack gap="lg">
      <PageTitle
        title="Meetings"
        about="The balance, screen by screen, until both sides agree; its record stays."
      />
      {meetings.isError && !meetings.data ? (
        <ReadFailure
          title="The meetings could not be read"
          error={meetings.error}
          onRetry={() => void meetings.refetch()}
        />
      ) : null}
      <Group gap="sm">
        {open ? (
          <Button component={Link} href={`/products/${productId}/meetings/${open.id}`}>
            <Allowed right="agree" otherwise="Look at the open meeting">
              Go on with the open meeting
            </Allowed>
          </Button>
        ) : (
          <Allowed right="agree">
            <Button
              loading={start.isPending}
              disabled={!meetings.data}
              onClick={() => start.mutate()}
            >
              Start a meeting
            </Button>
          </Allowed>
        )}
        <Button variant="default" component={Link} href={`/products/${productId}/plan`}>
          The next plan
        </Button>
      </Group>
      <Text size="sm" maw="64ch">
        {open
          ? `Its numbers are as they were known at its start, ${formatInstant(open.startedAt, locale, timeZone)}.`
          : "The numbers of a meeting stay as they are known when it starts, whatever happens meanwhile."}
      </Text>
      <section aria-labelledby="records">
        <Title order={2} size="h4" id="records" mb="xs">
          Records
        </Title>
        {closed.length === 0 ? (
          <Text c="dimmed">No meeting was closed yet. Each one leaves its record here.</Text>
        ) : (
          <ul className={classes.list}>
            {closed.map(({ id, startedAt, decisions, followUps }) => (
              <li key={id}>
                <Anchor
                  component={Link}
                  underline="always"
                  href={`/products/${productId}/meetings/${id}/record`}
                >
                  Meeting of {formatInstant(startedAt, locale, timeZone)}
                </Anchor>
                : {formatCount(decisions, "decision", locale)},{" "}
                {formatCount(followUps, "follow-up", locale)}.
              </li>
            ))}
          </ul>
        )}
      </section>
    </Stack>
  );
}
