import { Text } from "@mantine/core";
import type { SignInFailure } from "@/lib/domain/sign-in-failure";
import { signInFailureWords } from "./sign-in-failure-words";

/** Why signing in elsewhere came to nothing, where it did. */
export function SignInFailed({ failure }: { failure: SignInFailure | null }) {
  if (failure === null) return null;
  return (
    <Text size="sm" mb="md" c="var(--mantine-color-error)" role="alert">
      {signInFailureWords[failure]}
    </Text>
  );
}
