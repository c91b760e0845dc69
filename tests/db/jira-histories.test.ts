import { test } from "vitest";
import { describeOnBothEngines } from "@/tests/setup/database";
import { askedHistories } from "@/tests/setup/histories/asked-histories";
import { checkHistories } from "@/tests/setup/histories/check-histories";

describeOnBothEngines("Jira", (db, engine) => {
  const asked = askedHistories(engine === "embedded" ? 200 : 20);

  test(
    `after each of ${asked.count} random histories the store is that of a clean full sync`,
    async () => {
      await checkHistories(db(), "jira", asked);
    },
    asked.count * 30_000,
  );
});
