import { Text, Title } from "@mantine/core";
import type { Actor } from "@/lib/rights/actor";
import { AccountCorner } from "./account-corner";
import classes from "./accounts.module.css";

/** For who may look, while there is nothing to look at. */
export function NothingYet({ actor }: { actor: Actor }) {
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Title order={1} size="h2" mb="xs">
        There is nothing for you to see yet
      </Title>
      <Text c="dimmed" mb="lg">
        An owner of this workspace can let you see a product.
      </Text>
      <AccountCorner actor={actor} />
    </main>
  );
}
