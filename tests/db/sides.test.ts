import { afterAll, beforeAll, expect, test } from "vitest";
import { updateMembership } from "@/db/queries/memberships";
import type { ProductRow } from "@/db/schema";
import { type AnswerAgreement, proposeAgreementSchema } from "@/lib/contracts/agreements";
import type { Side } from "@/lib/domain/agreement";
import type { Role } from "@/lib/domain/role";
import { proposeAgreement } from "@/lib/services/propose-agreement";
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

  const terms = (stageId: string, side: Side) => ({
    ...{ side, stageId, tolerance: 5, reason: "Because." },
    shares: { feature: 60, upkeep: 40 },
  });
  const propose = (
    cookie: string,
    { productId, stageId }: { productId: string; stageId: string },
    side: Side,
  ) =>
    callWith(cookie, "POST", `/api/products/${productId}/agreements`, {
      body: terms(stageId, side),
    });
  const answer = (cookie: string, id: string, body: AnswerAgreement) =>
    callWith(cookie, "POST", `/api/agreements/${id}/answers`, { body });
  const accept = (cookie: string, id: string, side: Side) =>
    answer(cookie, id, { side, decision: "accept" });

  /** As it is done while accounts are off: one person speaks for both sides. */
  function proposedLocally({ productId, stageId }: { productId: string; stageId: string }) {
    const { workspaceId } = product;
    const actor = { kind: "local", workspaceId, name: "local owner" } as const;
    const proposal = proposeAgreementSchema.parse(terms(stageId, "pm"));
    const ctx = { ...server.world, db: db(), actor };
    return proposeAgreement({ ctx, input: { productId, proposal } });
  }

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

  test("what was proposed before there were accounts needs a person who signs it", async () => {
    const [pm, engineering] = [await personAs("pm"), await personAs("engineering")];
    const place = await stageBy(pm.cookie);
    const { id } = await proposedLocally(place);
    const refused = await accept(engineering.cookie, id, "engineering");
    expect(refused.status).toBe(409);
    expect((await refused.json()).error.fields.decision).toContain("propose it again");
    expect((await answer(pm.cookie, id, { side: "pm", decision: "withdraw" })).status).toBe(200);
    const again = await (await propose(pm.cookie, place, "pm")).json();
    expect((await accept(engineering.cookie, again.id, "engineering")).status).toBe(200);
  });

  test("a counter-proposal to what nobody signed is a person's", async () => {
    const [pm, engineering] = [await personAs("pm"), await personAs("engineering")];
    const place = await stageBy(pm.cookie);
    const { id } = await proposedLocally(place);
    const shares = { feature: 50, upkeep: 50 };
    const counter = { side: "engineering", decision: "counter", shares, reason: "Half." } as const;
    expect((await answer(engineering.cookie, id, counter)).status).toBe(200);
    expect((await accept(pm.cookie, id, "pm")).status).toBe(200);
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
