import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { logins } from "@/db/schema";
import { callWith } from "@/tests/setup/accounts-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { openSignInWorld, type ProviderName } from "@/tests/setup/sign-in-world";

const bothProviders: ProviderName[] = ["github", "oidc"];

describeOnBothEngines("an operator who moves from one sign-in server to another", (db) => {
  const worlds: Awaited<ReturnType<typeof openSignInWorld>>[] = [];
  const openNext = async () => {
    const world = await openSignInWorld(db());
    worlds.push(world);
    return world;
  };
  afterEach(async () => {
    await Promise.all(worlds.splice(0).map((world) => world.close()));
  });

  test.each(bothProviders)(
    "%s: number 7 of the new one is not number 7 of the old one",
    async (provider) => {
      const before = await openNext();
      const ada = { id: "7", name: "Ada", email: `ada-of-${provider}@example.com`, verified: true };
      before.standIns[provider].setPerson(ada);
      const joined = await before.goAll(provider, { invitation: await before.invite("owner") });
      expect(joined.location).toBe("/");
      const after = await openNext();
      const eve = { ...ada, name: "Eve", email: `eve-of-${provider}@example.com` };
      after.standIns[provider].setPerson(eve);
      const came = await after.goAll(provider, { next: "/" });
      expect(came.location).toBe("/sign-in?next=%2F&error=unknown_person");
      expect((await callWith(came.cookie, "GET", "/api/me")).status).toBe(401);
      const invited = await after.goAll(provider, { invitation: await after.invite("viewer") });
      const me = await (await callWith(invited.cookie, "GET", "/api/me")).json();
      expect(me).toMatchObject({ name: "Eve", role: "viewer" });
      const kept = await db().select().from(logins).where(eq(logins.providerId, provider));
      const servers = [before, after].map(({ standIns }) => standIns[provider].url);
      expect(kept.map(({ accountId }) => accountId).sort()).toEqual(
        servers.map((url) => `${url} 7`).sort(),
      );
    },
  );
});
