import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { errorAnswer } from "@/app/_server/error-answer";
import { openServer } from "@/db/open-server";
import { allowLongStatements } from "@/db/queries/long-statements";
import { localWorkspaceId } from "@/lib/sync/open-workspace";
import { createServerCopy } from "@/tests/setup/server-copy";

const templateUrl = inject("templateUrl");
const halfASecond = sql`select pg_sleep(0.5)`;

test.skipIf(templateUrl === null)(
  "a request's statement is cut off in time and answered in words; a sync's and a long one's are not",
  async () => {
    const { url, drop } = await createServerCopy(templateUrl ?? "", "timeout");
    const { db, requestsOf, close } = await openServer(url, { statementTimeoutMs: 100 });
    const requests = requestsOf(localWorkspaceId);
    const error: unknown = await requests.execute(halfASecond).then(
      () => null,
      (failure: unknown) => failure,
    );
    const answer = await errorAnswer(error);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
    await expect(db.execute(halfASecond)).resolves.toBeDefined();
    const long = requests.transaction(async (tx) => {
      await allowLongStatements(tx);
      await tx.execute(halfASecond);
    });
    await expect(long).resolves.toBeUndefined();
    // Every connection of requests is bounded again afterwards.
    await Promise.all(
      Array.from({ length: 12 }, () => expect(requests.execute(halfASecond)).rejects.toThrow()),
    );
    await close();
    await drop();
  },
);
