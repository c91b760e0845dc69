"use client";

import { Button } from "@mantine/core";
import { type RefObject, useState } from "react";
import { notify } from "./notify";

type SaveMultiplesButtonProps = {
  /** What holds the pictures. */
  place: RefObject<HTMLElement | null>;
  /** What the pictures are called. */
  what: string;
  title: string;
  fileName: string;
  className?: string | undefined;
};

/** Saves small pictures as they are seen, with a sentence; the code comes with the first click. */
export function SaveMultiplesButton(props: SaveMultiplesButtonProps) {
  const { place, what, title, fileName, className } = props;
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const { saveMultiples } = await import("@/components/charts/save-multiples");
    if (place.current) await saveMultiples(place.current, title, fileName);
  };
  const click = () => {
    setBusy(true);
    save()
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : "";
        return notify({ tone: "error", message: `The picture could not be saved. ${why}` });
      })
      .finally(() => setBusy(false));
  };
  return (
    <Button
      className={className}
      variant="transparent"
      size="compact-sm"
      px={0}
      loading={busy}
      onClick={click}
    >
      Save {what} as a picture
    </Button>
  );
}
