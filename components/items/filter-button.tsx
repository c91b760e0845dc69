"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { FilterPopoverProps } from "./filter-popover";

const FilterPopover = dynamic(
  () => import("./filter-popover").then((module) => module.FilterPopover),
  { ssr: false, loading: () => <FilterOpener /> },
);

/** Opens the form of filters; its code is fetched at the first click. */
export function FilterButton(props: FilterPopoverProps) {
  const [wanted, setWanted] = useState(false);
  return wanted ? <FilterPopover {...props} /> : <FilterOpener onClick={() => setWanted(true)} />;
}

function FilterOpener({ onClick }: { onClick?: () => void }) {
  return (
    <Button variant="default" size="xs" onClick={onClick} aria-haspopup="dialog">
      Filter
    </Button>
  );
}
