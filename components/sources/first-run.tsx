"use client";

import { Button, Divider, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { Link } from "@/components/ui/link";
import { ConnectForm } from "./connect-form";
import { connectNewProduct, openSample } from "./connect-source";
import classes from "./first-run.module.css";

type FirstRunProps = {
  again: boolean;
  /** Whether people sign in, and the machine is therefore not the reader's own. */
  hasAccounts: boolean;
  /** Who is signed in, and the ways on from there. */
  account?: ReactNode;
};

/** The first page: connect a repository or a Jira project, or look at the sample. */
export function FirstRun({ again, hasAccounts, account = null }: FirstRunProps) {
  const router = useRouter();
  // A first sync brings the oldest items first: the whole history shows them as they arrive.
  const go = (productId: string) => router.push(`/products/${productId}/balance?period=all`);
  // A double click comes before the button can be seen to wait.
  const asked = useRef(false);
  const sample = useMutation({
    mutationFn: openSample,
    onSuccess: ({ id }) => router.push(`/products/${id}/balance`),
    onError: () => {
      asked.current = false;
    },
  });
  const askOnce = () => {
    if (!asked.current) sample.mutate();
    asked.current = true;
  };
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <p className={classes.brand}>
        {again ? <Link href="/">← Back to your products</Link> : "Backlog Balance"}
      </p>
      <Title order={1} className={classes.title}>
        {again ? "Connect another repository or project" : "How much of your work is new features?"}
      </Title>
      <Text c="dimmed" mb="lg">
        Name a GitHub repository or a Jira project. Its issues are copied to{" "}
        {hasAccounts ? "this server" : "this machine"}, sorted into features, maintenance, rewrites
        and tech debt, and charted over time. Nothing is sent anywhere else.
      </Text>
      <ConnectForm onConnect={async (source) => go((await connectNewProduct(source)).id)} />
      <Divider my="lg" label="or" />
      <Button variant="default" loading={sample.isPending || sample.isSuccess} onClick={askOnce}>
        Open the sample product
      </Button>
      <Text size="sm" c="dimmed" mt={6}>
        Three years of generated history, marked as a sample wherever it shows.
      </Text>
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {sample.error?.message}
      </Text>
      {account}
    </main>
  );
}
