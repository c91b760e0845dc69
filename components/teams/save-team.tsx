"use client";

import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { TeamNameForm } from "./team-name-form";
import type { OwnFilters, TeamInput } from "./team-words";

type SaveTeamProps = {
  /** Null where nothing is filtered that could be saved. */
  filters: OwnFilters | null;
  hasTeams: boolean;
  onSave: (team: TeamInput) => Promise<void>;
  onCancel: () => void;
};

/** Saves the filters in force under a team's name, or says how to come to some. */
export function SaveTeam({ filters, hasTeams, onSave, onCancel }: SaveTeamProps) {
  const [isNaming, setIsNaming] = useState(false);
  if (filters === null) {
    return (
      <Text size="xs" c="dimmed">
        {hasTeams ? null : "A team is a filter with a name. "}
        To save one, filter first: by component or assignee, for instance.
      </Text>
    );
  }
  if (!isNaming) {
    return (
      <Button size="xs" variant="default" onClick={() => setIsNaming(true)}>
        Save as team…
      </Button>
    );
  }
  return (
    <TeamNameForm
      initial=""
      onName={async (name) => {
        await onSave({ name, filter: filters });
        setIsNaming(false);
      }}
      onCancel={() => {
        setIsNaming(false);
        onCancel();
      }}
    />
  );
}
