"use client";

import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Allowed } from "@/components/accounts/viewer";
import { activeFilters, type ItemFilters, noFilters } from "@/components/items/filter-parameters";
import { useSources } from "@/components/sources/use-sources";
import { OpenerPopover } from "@/components/ui/opener-popover";
import type { Team } from "@/lib/contracts/teams";
import { SaveTeam } from "./save-team";
import { TeamRow } from "./team-row";
import { ownFilters, teamWords } from "./team-words";
import classes from "./teams.module.css";
import { teamsOptions } from "./teams-query";
import { useTeamChanges } from "./use-team-changes";

export type TeamPopoverProps = {
  productId: string;
  filters: ItemFilters;
  onChange: (change: Partial<ItemFilters>) => void;
};

/** The product's teams, to choose from and to change. */
export function TeamPopover(props: TeamPopoverProps) {
  return (
    <OpenerPopover name="Team" className={classes.teams}>
      {(close) => <Teams {...props} onClose={close} />}
    </OpenerPopover>
  );
}

function Teams({
  productId,
  filters,
  onChange,
  onClose,
}: TeamPopoverProps & { onClose: () => void }) {
  const content = useRef<HTMLDivElement>(null);
  // What had the focus is gone by then; from here it goes on, and Escape is heard.
  const takeFocus = () => content.current?.focus();
  const list = useQuery(teamsOptions(productId));
  const sources = useSources(productId);
  const { save, rename, replace, remove } = useTeamChanges(productId);
  const chosen = filters.team ?? [];
  const own = ownFilters(activeFilters(filters));
  const sourceName = (id: string) => sources.find((one) => one.id === id)?.name ?? "unknown";
  const choose = (ids: string[]) => onChange({ team: ids.length > 0 ? ids : null });
  const without = ({ id }: Team) => chosen.filter((one) => one !== id);
  return (
    <Stack gap="sm" ref={content} tabIndex={-1} className={classes.content}>
      {list.error ? <Text role="alert">{list.error.message}</Text> : null}
      <ul className={classes.list} aria-label="Teams of the product">
        {(list.data?.items ?? []).map((team) => (
          <TeamRow
            key={team.id}
            team={team}
            words={teamWords(team, sourceName)}
            isChosen={chosen.includes(team.id)}
            onChosen={(isChosen) => choose(isChosen ? [...chosen, team.id] : without(team))}
            onRename={(name) => rename.mutateAsync({ id: team.id, name })}
            onNamed={takeFocus}
            onReplace={
              own &&
              (() =>
                replace.mutate(
                  { id: team.id, filter: own },
                  { onSuccess: () => onChange({ ...noFilters, team: [team.id] }) },
                ))
            }
            onDelete={() => {
              choose(without(team));
              remove.mutate(team);
              takeFocus();
            }}
          />
        ))}
      </ul>
      <Allowed right="manage_products">
        <SaveTeam
          filters={own}
          hasTeams={list.data?.items.length !== 0}
          onSave={async (team) => {
            const { id } = await save.mutateAsync(team);
            onChange({ ...noFilters, team: [id] });
            onClose();
          }}
          onCancel={takeFocus}
        />
      </Allowed>
    </Stack>
  );
}
