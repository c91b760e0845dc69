import { Alert } from "@mantine/core";
import type { ReactNode } from "react";

type FailureNoteProps = { title: ReactNode; children: ReactNode };

const look = {
  root: {
    "--alert-bg": "transparent",
    "--alert-color": "var(--mantine-color-error)",
    "--alert-bd": "1px solid var(--mantine-color-error)",
  },
};

/** Says what failed, and inside it the way on. */
export function FailureNote({ title, children }: FailureNoteProps) {
  return (
    <Alert title={title} vars={() => look} p="sm" my="xs">
      {children}
    </Alert>
  );
}
