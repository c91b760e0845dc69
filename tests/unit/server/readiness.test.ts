import { afterEach, expect, test } from "vitest";
import { markBooted, markStopping, stageOfProcess } from "@/app/_server/readiness";
import { GET } from "@/app/api/ready/route";

afterEach(() => {
  for (const name of ["__backlogBalanceBooted", "__backlogBalanceStopping"]) {
    Reflect.deleteProperty(globalThis, name);
  }
});

async function answer() {
  const response = await GET();
  return { status: response.status, body: await response.json() };
}

test("no request is to be sent before the start is over, nor once the process stops", async () => {
  const refused = (stage: string) => ({
    status: 503,
    body: { error: { code: "unavailable", message: `The server is ${stage}.` } },
  });
  expect(await answer()).toEqual(refused("starting"));
  markBooted();
  expect(stageOfProcess()).toBe("ready");
  markStopping();
  expect(await answer()).toEqual(refused("stopping"));
});
