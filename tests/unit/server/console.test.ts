import { expect, test } from "vitest";
import { tellConsoleByLog } from "@/app/_server/console";
import { createLog } from "@/app/_server/log";

function world() {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line) => void lines.push(line) });
  const to = { error: () => undefined, warn: () => undefined } as Pick<Console, "error" | "warn">;
  tellConsoleByLog(log, to);
  return {
    to,
    told: () => lines.map((line): unknown => JSON.parse(line)),
    text: () => lines.join(),
  };
}

test("an error that a library writes to the console is told by the log, without its values", () => {
  const { to, told, text } = world();
  const failed = new Error("Failed query: select $1\nparams: canary-session,canary-title");
  const values = { query: "select $1", params: ["canary-session"], request: { cookie: "canary" } };
  to.error("⨯", Object.assign(failed, values, { cause: new Error("no such relation") }));
  expect(told()).toMatchObject([
    {
      level: 50,
      from: "console",
      err: { message: "Failed query: select $1", cause: { message: "no such relation" } },
    },
  ]);
  expect(text()).not.toContain("canary");
});

test("a text is told without what looks like a secret, and nothing else of an object", () => {
  const { to, told } = world();
  to.warn("Bearer canary-token of %s", "x", { password: "canary" });
  to.error(`it failed\nparams: canary`);
  to.error({ password: "canary" });
  expect(told()).toMatchObject([
    { level: 40, msg: "Bearer [redacted] of x" },
    { level: 50, msg: "it failed" },
    { level: 50, msg: "an error" },
  ]);
  expect(JSON.stringify(told())).not.toContain("canary");
});
