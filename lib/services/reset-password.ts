import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { deleteTokensOf } from "@/db/queries/api-tokens";
import { readMembershipsOf } from "@/db/queries/memberships";
import { deleteSessionsOf, findPersonByEmail, writePasswordHash } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { recordDeed } from "./record-deed";

/**
 * A new password for a person, at the word of whoever runs the server: the old one, every session
 * and every token end. Errors: `not_found`; `unprocessable` where the person signs in elsewhere.
 */
export async function resetPassword({
  world,
  input: { email },
}: {
  world: { db: Db; now: () => Date; hash: (password: string) => Promise<string> };
  input: { email: string };
}): Promise<string> {
  const person = await findPersonByEmail(world.db, email);
  if (!person) throw new AppError("not_found", `Nobody here has the e-mail address ${email}.`);
  const { id: personId } = person;
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await world.hash(password);
  const memberships = await readMembershipsOf(world.db, personId);
  await world.db.transaction(async (tx) => {
    if (!(await writePasswordHash(tx, { personId, passwordHash, at: world.now() }))) {
      throw new AppError("unprocessable", `${email} signs in elsewhere, without a password.`);
    }
    await deleteSessionsOf(tx, { personId, except: null });
    await deleteTokensOf(tx, personId);
    for (const { workspaceId } of memberships) {
      const actor = { kind: "local" as const, workspaceId, name: "the operator" };
      const deed = { kind: "password.reset" as const, productId: null, subject: personId };
      await recordDeed({ ...world, actor }, tx, { ...deed, detail: { name: person.name } });
    }
  });
  return password;
}
