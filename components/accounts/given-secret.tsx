import { Text } from "@mantine/core";
import classes from "./accounts.module.css";

/** What is shown once: only its hash is kept. */
export function GivenSecret({ what, text }: { what: string; text: string | undefined }) {
  return (
    <div role="status">
      {text === undefined ? null : (
        <>
          <Text size="sm" mt="xs">
            {what} It is shown this once.
          </Text>
          <p className={classes.secret} data-testid="secret">
            {text}
          </p>
        </>
      )}
    </div>
  );
}
