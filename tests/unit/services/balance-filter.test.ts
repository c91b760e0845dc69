import { expect, test } from "vitest";
import { getBalanceAsSchema } from "@/lib/contracts/balance";
import { filterOf } from "@/lib/services/balance-filter";

const told = (query: object) =>
  JSON.parse(JSON.stringify(filterOf(getBalanceAsSchema.parse(query))));

test("what a balance is asked as is no filter: a sum would not be found for it", () => {
  expect(told({ bucket: "week", from: "2026-01-01", format: "csv" })).toEqual({});
  expect(told({ label: "bug", state: "open", epic: "PAY-1" })).toEqual({
    ...{ label: ["bug"], state: ["open"], epic: ["PAY-1"] },
  });
});
