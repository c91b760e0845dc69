"use client";

import { Button, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { ApiError, sendJson } from "@/components/ui/api";
import type { Join } from "@/lib/contracts/accounts";
import type { SignInFailure } from "@/lib/domain/sign-in-failure";
import classes from "./accounts.module.css";
import { EmailField } from "./email-field";
import { ProviderButtons, type ProviderNames } from "./provider-buttons";
import { SignInFailed } from "./sign-in-failed";

type JoinPageProps = {
  /** What the address has; null asks for the code of the server's console. */
  invitation: string | null;
  /** Where it leads; null where it is not valid. */
  workspace: string | null;
  /** Who is signed in already. */
  signedIn: string | null;
  providers: ProviderNames;
  /** Why signing in elsewhere did not work, for whoever comes back from there. */
  failure: SignInFailure | null;
};

/** The way in: by an invitation, or, for the first owner, by the code on the server's console. */
export function JoinPage({ invitation, workspace, signedIn, providers, failure }: JoinPageProps) {
  if (invitation !== null && workspace === null) return <NotValid />;
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Title order={1} size="h2" mb="xs">
        {invitation === null ? "Become the owner" : `Join ${workspace}`}
      </Title>
      <Text c="dimmed" mb="md">
        {invitation === null
          ? "The server has printed a code on its console. It works once."
          : "Choose how you will sign in. If you have an account here, give its e-mail and password."}
      </Text>
      <SignInFailed failure={failure} />
      <JoinForm invitation={invitation} signedIn={signedIn} />
      {invitation !== null && signedIn === null ? (
        <ProviderButtons providers={providers} to={() => ({ invitation })} />
      ) : null}
    </main>
  );
}

const initialValues = { code: "", name: "", email: "", password: "" };

function JoinForm({ invitation, signedIn }: Pick<JoinPageProps, "invitation" | "signedIn">) {
  const form = useForm({ initialValues });
  const join = useMutation({
    mutationFn: ({ code, ...account }: typeof form.values) => {
      const way: Join = invitation === null ? { code } : { invitation };
      return sendJson("POST", "/api/join", signedIn === null ? { ...way, ...account } : way);
    },
    onSuccess: () => window.location.assign("/"),
    onError: (error) => {
      if (error instanceof ApiError) form.setErrors(error.fields);
    },
  });
  return (
    <form onSubmit={form.onSubmit((given) => join.mutate(given))}>
      <Stack gap="md">
        {invitation === null ? (
          <TextInput
            label="Code"
            autoComplete="one-time-code"
            required
            {...form.getInputProps("code")}
          />
        ) : null}
        {signedIn === null ? (
          <>
            <TextInput
              label="Your name"
              autoComplete="name"
              required
              {...form.getInputProps("name")}
            />
            <EmailField {...form.getInputProps("email")} />
            <PasswordInput
              label="Password"
              description="At least 10 characters."
              autoComplete="new-password"
              required
              {...form.getInputProps("password")}
            />
          </>
        ) : (
          <Text>You are signed in as {signedIn}.</Text>
        )}
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {unsaid(join.error)?.message}
        </Text>
        <Button type="submit" loading={join.isPending || join.isSuccess}>
          Join
        </Button>
      </Stack>
    </form>
  );
}

/** What no field of the form says already. */
function unsaid(error: Error | null): Error | null {
  const fields = error instanceof ApiError ? Object.keys(error.fields) : [];
  return fields.some((field) => field in initialValues) ? null : error;
}

function NotValid() {
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Title order={1} size="h2" mb="xs">
        This invitation is not valid, or no longer
      </Title>
      <Text c="dimmed">Each lets one person in, once, until its day. Ask for another.</Text>
    </main>
  );
}
