"use client";

import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sendJson } from "@/components/ui/api";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { formatInstant } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import classes from "./accounts.module.css";
import { sessionsOptions } from "./accounts-query";
import { Part } from "./part";
import { useListChange, useListRemoval } from "./use-list-change";

/** Where the person is signed in; each of the others can be ended. */
export function SessionsSection() {
  const sessions = useQuery(sessionsOptions);
  const locale = useLocale();
  const pathOf = (id: string) => `/api/me/sessions/${encodeURIComponent(id)}`;
  const end = useListRemoval(sessionsOptions.queryKey, pathOf);
  const others = (sessions.data?.items ?? []).filter(({ present }) => !present);
  const endOthers = useListChange(sessionsOptions.queryKey, async () => {
    for (const { id } of others) await sendJson("DELETE", pathOf(id));
  });
  return (
    <Part
      title="Where you are signed in"
      about="Each ends by itself after two weeks."
      read={sessions}
    >
      <ul className={classes.list}>
        {sessions.data?.items.map(({ id, present, startedAt, userAgent, address }) => (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <Text fw={present ? 600 : undefined}>
                {present ? "This browser" : "Another browser or device"}
              </Text>
              <Text size="sm" c="dimmed">
                Since {formatInstant(startedAt, locale, "UTC")} UTC
                {address ? `, from ${address}` : ""}
                {userAgent ? `: ${userAgent}` : ""}
              </Text>
            </div>
            {present ? null : (
              <ConfirmButton
                label="End"
                about={`End the session since ${formatInstant(startedAt, locale, "UTC")}`}
                confirm="End it"
                loading={end.isPending && end.variables === id}
                onConfirm={() => end.mutate(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <ConfirmButton
          label="End all others"
          about="End all others: every session but this one"
          confirm="Yes, end them"
          loading={endOthers.isPending}
          onConfirm={() => endOthers.mutate(undefined)}
        />
      ) : null}
      {endOthers.error ? (
        <Text size="sm" role="alert">
          {endOthers.error.message}
        </Text>
      ) : null}
    </Part>
  );
}
