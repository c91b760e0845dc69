"use client";

import { Anchor, Text, Title } from "@mantine/core";
import { Link } from "@/components/ui/link";
import type { SignInFailure } from "@/lib/domain/sign-in-failure";
import classes from "./accounts.module.css";
import { ProviderButtons, type ProviderNames } from "./provider-buttons";
import { SignInFailed } from "./sign-in-failed";
import { SignInForm } from "./sign-in-form";
import { signOut } from "./sign-out";

type SignInPageProps = {
  providers: ProviderNames;
  /** Where to go on; null is this very address, in whose place the page stands. */
  next: string | null;
  /** Who is signed in and belongs to nothing. */
  stranger: string | null;
  /** Whether a link to a new password can be mailed. */
  sendsMail: boolean;
  /** Why signing in elsewhere did not work, for whoever comes back from there. */
  failure?: SignInFailure | null;
};

/** Who are you? Afterwards comes the page that was asked for. */
export function SignInPage({
  providers,
  next,
  stranger,
  sendsMail,
  failure = null,
}: SignInPageProps) {
  const goOn = () => (next === null ? window.location.reload() : window.location.assign(next));
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <title>Sign in · Backlog Balance</title>
      <Title order={1} size="h2" mb="md">
        Sign in
      </Title>
      {stranger === null ? null : <Stranger name={stranger} />}
      <SignInFailed failure={failure} />
      <SignInForm onSignedIn={goOn} />
      <ForgottenPassword sendsMail={sendsMail} />
      <ProviderButtons
        providers={providers}
        to={() => ({ next: next ?? window.location.pathname + window.location.search })}
      />
      <Text size="sm" c="dimmed" mt="lg">
        To come in for the first time, open the link of your invitation; the first owner comes in{" "}
        <Anchor component={Link} href="/join" underline="always" inherit>
          by the code on the server's console
        </Anchor>
        .
      </Text>
    </main>
  );
}

function Stranger({ name }: { name: string }) {
  return (
    <Text size="sm" mb="md" role="status">
      You are signed in as <bdi>{name}</bdi>, who belongs to no workspace here. Open the link of
      your invitation, or sign in as somebody else.{" "}
      <Anchor component="button" type="button" underline="always" inherit onClick={signOut}>
        Sign out
      </Anchor>
    </Text>
  );
}

function ForgottenPassword({ sendsMail }: { sendsMail: boolean }) {
  return (
    <Text size="sm" mt="md" c={sendsMail ? undefined : "dimmed"}>
      {sendsMail ? (
        <Anchor component={Link} href="/forgot-password" underline="always" inherit>
          Forgot your password?
        </Anchor>
      ) : (
        "Forgot your password? Whoever runs this server can make a new one, with npm run new-password."
      )}
    </Text>
  );
}
