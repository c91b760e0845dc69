import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "@/lib/contracts/openapi";
import { routes } from "@/lib/contracts/routes";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, openAccounts, signInAs } from "@/tests/setup/accounts-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { pathOf } from "@/tests/setup/rights-world";
import { makeThings } from "@/tests/setup/things";

const responseSchema = z.object({ content: z.record(z.string(), z.unknown()).optional() });
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({ get: z.object({ responses: z.record(z.string(), responseSchema) }).optional() }),
  ),
  components: z.object({ securitySchemes: z.object({ session: z.object({ name: z.string() }) }) }),
});
const { paths, components } = documentSchema.parse(openApiDocument("1"));
const asked = routes.filter(({ query }) => query?.shape.format !== undefined);

describeOnBothEngines("what the contract tells of answers", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let things: Awaited<ReturnType<typeof makeThings>>;
  let cookie = "";
  beforeAll(async () => {
    const product = await makeProduct(db());
    server = openAccounts(db(), product);
    const { email } = await makePerson(server, { workspaceId: product.workspaceId, role: "owner" });
    cookie = await signInAs(server, email);
    things = await makeThings(db(), product);
  });
  afterAll(() => server.close());

  test.each(asked)("is what $path sends in each format", async ({ path, query }) => {
    const sent: string[] = [];
    const formats = z
      .array(z.string())
      .parse(z.toJSONSchema(query?.shape.format, { io: "input" }).enum);
    for (const format of formats) {
      const by = path.endsWith("/split") ? "&by=source" : "";
      const address = `${pathOf(`GET ${path}`, things)}?format=${format}${by}`;
      const answer = await callWith(cookie, "GET", address);
      expect(answer.status, address).toBe(200);
      await answer.text();
      sent.push(answer.headers.get("content-type")?.split(";")[0] ?? "none");
    }
    expect(Object.keys(paths[path]?.get?.responses["200"]?.content ?? {})).toEqual(sent);
  });

  test("is the name of the session's cookie", () => {
    const { name } = components.securitySchemes.session;
    expect(cookie.startsWith(`${name}=`)).toBe(true);
  });
});
