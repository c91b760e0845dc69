"use client";

import { Button, Checkbox, Group } from "@mantine/core";
import { useState } from "react";
import { Allowed } from "@/components/accounts/viewer";
import type { Team } from "@/lib/contracts/teams";
import { TeamNameForm } from "./team-name-form";
import classes from "./teams.module.css";

type TeamRowProps = {
  team: Team;
  /** Its filter. */
  words: string;
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
  onRename: (name: string) => Promise<unknown>;
  /** The form of its name is gone. */
  onNamed: () => void;
  /** Null where no filter is in force that could become the team's. */
  onReplace: (() => void) | null;
  onDelete: () => void;
};

/** One team: what it is made of, whether it is in force, and what can be changed about it. */
export function TeamRow(props: TeamRowProps) {
  const { team, words, isChosen, onChosen, onRename, onNamed, onReplace, onDelete } = props;
  const [isNaming, setIsNaming] = useState(false);
  const end = () => {
    setIsNaming(false);
    onNamed();
  };
  return (
    <li className={classes.row}>
      {isNaming ? (
        <TeamNameForm
          initial={team.name}
          onName={async (name) => {
            await onRename(name);
            end();
          }}
          onCancel={end}
        />
      ) : (
        <>
          <Checkbox
            size="xs"
            label={team.name}
            description={words}
            checked={isChosen}
            classNames={{ label: classes.name, description: classes.name }}
            onChange={(event) => onChosen(event.currentTarget.checked)}
          />
          <Allowed right="manage_products">
            <Group gap={4}>
              <TeamAction name="Rename" team={team} onClick={() => setIsNaming(true)} />
              {onReplace ? (
                <TeamAction name="Use the filters in force" team={team} onClick={onReplace} />
              ) : null}
              <TeamAction name="Delete" team={team} onClick={onDelete} />
            </Group>
          </Allowed>
        </>
      )}
    </li>
  );
}

type TeamActionProps = { name: string; team: Team; onClick: () => void };

function TeamAction({ name, team, onClick }: TeamActionProps) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={`${name}: ${team.name}`}
      onClick={onClick}
    >
      {name}
    </Button>
  );
}
