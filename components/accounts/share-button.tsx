"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Shareable } from "./share-dialog";
import { useMayShare } from "./viewer";

const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog), {
  ssr: false,
});

type ShareButtonProps = {
  /** What is shared, when the button is pressed. */
  share: () => Shareable;
  look?: keyof typeof looks;
};

/** Among other buttons, or beside a picture's own. */
const looks = {
  button: { size: "xs", variant: "default" },
  quiet: { size: "compact-sm", variant: "transparent", px: 0 },
} as const;

/** The way to a link for people without an account. Not there on a machine without accounts. */
export function ShareButton({ share, look = "button" }: ShareButtonProps) {
  const [what, setWhat] = useState<Shareable | null>(null);
  if (!useMayShare()) return null;
  return (
    <div>
      <Button {...looks[look]} aria-haspopup="dialog" onClick={() => setWhat(share())}>
        Share by link
      </Button>
      {what ? <ShareDialog what={what} onClose={() => setWhat(null)} /> : null}
    </div>
  );
}
