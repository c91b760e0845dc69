import { findPerson } from "@/db/queries/people";
import type { Me } from "@/lib/contracts/accounts";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireMember } from "./require-accounts";

/** Who is signed in, and as what. Errors: `unauthorized`. */
export async function getMe({ ctx }: { ctx: Context }): Promise<Me> {
  const { actor } = requireMember(ctx);
  const person = await findPerson(ctx.db, actor.personId);
  if (!person) throw new AppError("unauthorized", "Sign in first.");
  const { personId, name, role, productRoles } = actor;
  return { personId, name, email: person.email, role, productRoles };
}
