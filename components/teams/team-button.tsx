"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { TeamPopoverProps } from "./team-popover";

const TeamPopover = dynamic(() => import("./team-popover").then((module) => module.TeamPopover), {
  ssr: false,
  loading: () => <TeamOpener />,
});

/** Opens the product's teams; their code is fetched at the first click. */
export function TeamButton(props: TeamPopoverProps) {
  const [wanted, setWanted] = useState(false);
  return wanted ? <TeamPopover {...props} /> : <TeamOpener onClick={() => setWanted(true)} />;
}

function TeamOpener({ onClick }: { onClick?: () => void }) {
  return (
    <Button variant="default" size="xs" onClick={onClick} aria-haspopup="dialog">
      Team
    </Button>
  );
}
