import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { findPersonByEmail } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { replacePassword } from "./replace-password";

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
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await world.hash(password);
  const name = "the operator";
  const isReplaced = await world.db.transaction((tx) =>
    replacePassword(world, tx, {
      ...{ person, passwordHash },
      doer: ({ workspaceId }) => ({ kind: "local", workspaceId, name }),
    }),
  );
  if (isReplaced) return password;
  throw new AppError("unprocessable", `${email} signs in elsewhere, without a password.`);
}
