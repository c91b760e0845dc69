import { afterAll, beforeAll, expect, test } from "vitest";
import { updateMembership } from "@/db/queries/memberships";
import type { ProductRow } from "@/db/schema";
import type { Side } from "@/lib/domain/agreement";
import type { Role } from "@/lib/domain/role";
import { makeProduct } from "@/tests/factories";
import { callWith, makePerson, openAccounts, signInAs } from "@/tests/setup/accounts-world";
import { describeOnBothEngines } from "@/tests/setup/database";

describeOnBothEngines("with accounts, a side is a person's", (db) => {
  let server: ReturnType<typeof openAccounts>;
  let product: ProductRow;
  beforeAll(async () => {
    product = await makeProduct(db());
    server = openAccounts(db(), product);
  });
  afterAll(() => server.close());

  async function personAs(role: Role, productRoles = {}) {
    const { workspaceId } = product;
    const person = await makePerson(server, { workspaceId, role, productRoles });
    return { ...person, cookie: await signInAs(server, person.email) };
  }

  /** A stage of a product of its own, so that no talk is in another's way. */
  async function stageBy(cookie: string): Promise<{ productId: string; stageId: string }> {
    const { id: productId } = await makeProduct(db(), { workspaceId: product.workspaceId });
    const path = `/api/products/${productId}/stages`;
    const body = { name: "Expand", startsOn: "2026-01-01" };
    const answer = await callWith(cookie, "POST", path, { body });
    expect(answer.status).toBe(201);
    return { productId, stageId: (await answer.json()).id };
  }

  const propose = (
    cookie: string,
    { productId, stageId }: { productId: string; stageId: string },
    side: Side,
  ) =>
    callWith(cookie, "POST", `/api/products/${productId}/agreements`, {
      body: {
        ...{ side, stageId, tolerance: 5, reason: "Because." },
        shares: { feature: 60, upkeep: 40 },
      },
    });
  const accept = (cookie: string, id: string, side: Side) =>
    callWith(cookie, "POST", `/api/agreements/${id}/answers`, {
      body: { side, decision: "accept" },
    });

  test("an agreement needs one who holds each side, and tells their names", async () => {
    const [pm, engineering] = [await personAs("pm"), await personAs("engineering")];
    const place = await stageBy(pm.cookie);
    expect((await propose(pm.cookie, place, "engineering")).status).toBe(403);
    const proposed = await propose(pm.cookie, place, "pm");
    expect(proposed.status).toBe(201);
    const { id } = await proposed.json();
    expect((await accept(pm.cookie, id, "engineering")).status).toBe(403);
    expect((await accept(engineering.cookie, id, "pm")).status).toBe(403);
    const accepted = await accept(engineering.cookie, id, "engineering");
    const { state, steps } = await accepted.json();
    expect(state).toBe("in_force");
    expect(steps).toMatchObject([
      { act: "propose", side: "pm", speaker: pm.name, local: false },
      { act: "accept", side: "engineering", speaker: engineering.name, local: false },
    ]);
    expect(JSON.stringify(steps)).not.toContain(pm.personId);
  });

  test("who has spoken for one side of a talk never speaks for the other, whatever they become", async () => {
    const turncoat = await personAs("pm");
    const place = await stageBy(turncoat.cookie);
    const { id } = await (await propose(turncoat.cookie, place, "pm")).json();
    const { workspaceId } = product;
    const key = { workspaceId, personId: turncoat.personId };
    await updateMembership(db(), key, { role: "engineering", productRoles: {} });
    expect((await accept(turncoat.cookie, id, "engineering")).status).toBe(403);
  });

  test("an owner holds no side until it is given, in that product; a viewer none", async () => {
    const owner = await personAs("owner");
    const place = await stageBy(owner.cookie);
    expect((await propose(owner.cookie, place, "pm")).status).toBe(403);
    const { productId } = place;
    const both = await personAs("owner", { [productId]: "pm" });
    expect((await propose(both.cookie, place, "engineering")).status).toBe(403);
    expect((await propose(both.cookie, place, "pm")).status).toBe(201);
    expect((await propose((await personAs("viewer")).cookie, place, "pm")).status).toBe(403);
  });
});
