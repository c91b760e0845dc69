import { expect, test } from "vitest";
import { notContracted } from "@/tests/setup/not-contracted";

const team = { id: "5f0c8f5e-6f0e-4f0a-9a53-0d8c8a0c1a11", name: "Web" };
const reason = {
  ...{ key: "k", kind: "stage_begun", since: "2026-01-01", stageId: team.id, stage: "Expand" },
  ...{ team, agreementId: null, sentence: "It began.", says: ["It began."], path: "/" },
};
const answer = (items: object[]) => ({
  ...{ method: "GET", path: `/api/products/${team.id}/triggers?x=1`, status: 200 },
  body: { items, nextCursor: null },
});

test("an answer's fields are those of its contract, no other and no fewer", () => {
  expect(notContracted(answer([reason]))).toEqual([]);
  const told = { ...reason, team: { ...team, workspaceId: "secret" } };
  expect(notContracted(answer([reason, told]))).toEqual([
    "items.1.team.workspaceId: named by no contract",
  ]);
  const { sentence: _, ...silent } = reason;
  expect(notContracted(answer([silent]))).toEqual([expect.stringMatching(/^items\.0\.sentence: /)]);
  const refused = { ...answer([]), status: 404, body: { error: { code: "x" } } };
  expect(notContracted(refused)).not.toEqual([]);
});
