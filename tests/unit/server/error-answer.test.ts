import { expect, test } from "vitest";
import type { z } from "zod";
import { errorAnswer, toAppError } from "@/app/_server/error-answer";
import { parseInput } from "@/app/_server/parse-input";
import { listItemsSchema } from "@/lib/contracts/items";
import { createProductSchema } from "@/lib/contracts/products";

async function fieldsOf(schema: z.ZodType, input: object): Promise<string[]> {
  const answer = await errorAnswer(refusalOf(() => parseInput(schema, input)));
  expect(answer.status).toBe(400);
  const { error } = await answer.json();
  expect(error).toMatchObject({ code: "invalid_request", message: expect.stringMatching(/\w/) });
  return Object.keys(error.fields);
}

function refusalOf(ask: () => unknown): unknown {
  try {
    ask();
  } catch (refusal) {
    return refusal;
  }
  return null;
}

const github = { kind: "github", repository: "acme/shop" };

test.each([
  ["an input", {}, ["name"]],
  ["an input inside another", { name: "Shop", source: { kind: "github" } }, ["source.repository"]],
  ["which of two kinds", { name: "Shop", source: { kind: "svn" } }, ["source.kind"]],
  [
    "one two levels down",
    { name: "Shop", source: { ...github, app: { appId: "1", installationId: "x" } } },
    ["source.app.installationId", "source.app.privateKey"],
  ],
  ["one that is not known", { name: "Shop", colour: "red" }, ["colour"]],
  ["one inside that is not known", { name: "Shop", source: { ...github, a: 1 } }, ["source.a"]],
])("a request that is not valid names %s", async (_what, body, fields) => {
  expect((await fieldsOf(createProductSchema, body)).sort()).toEqual(fields);
});

test("a list in a query is named as a whole, and a body that is none by that word", async () => {
  expect(await fieldsOf(listItemsSchema, { category: "feature,nonsense" })).toEqual(["category"]);
  expect(await fieldsOf(createProductSchema, [])).toEqual(["body"]);
});

test("what is stored and cannot be read is no fault of whoever asks", () => {
  const { error } = createProductSchema.safeParse({});
  expect(error).toBeDefined();
  expect(toAppError(error)).toBeNull();
});

test("a text that is too long is refused in words for people, wherever it stands", async () => {
  const long = "N".repeat(10_001);
  const source = { ...github, token: long };
  const answer = await errorAnswer(
    refusalOf(() => parseInput(createProductSchema, { name: long, source })),
  );
  expect(await answer.json()).toMatchObject({
    error: {
      message: "Write at most 200 characters.",
      fields: {
        name: "Write at most 200 characters.",
        "source.token": "Write at most 500 characters.",
      },
    },
  });
});

test("a database that is away is said as such, and when to ask again", () => {
  const lost = Object.assign(new Error("write CONNECTION_CLOSED"), { code: "CONNECTION_CLOSED" });
  expect(toAppError(lost)).toMatchObject({
    ...{ code: "unavailable", retryAfterSeconds: 5 },
    message: expect.stringContaining("database"),
  });
  expect(toAppError(new Error("anything else"))).toBeNull();
});
