import type { z } from "zod";
import type { Db } from "@/db/client";
import { findEmptyWorkspace, insertMembership } from "@/db/queries/memberships";
import { findPersonByEmail } from "@/db/queries/people";
import { ensureWorkspace } from "@/db/queries/products";
import type { newWorkspaceSchema } from "@/lib/contracts/accounts";
import { makeOwnerCode } from "./make-owner-code";
import { recordDeed } from "./record-deed";

/** Who owns it: a person with an account, or whoever comes with the code. */
export type NewWorkspace = { workspaceId: string } & ({ owner: string } | { code: string });

/**
 * A workspace beside the others, at the word of whoever runs the server. Its owner is the person of
 * the e-mail address, where that person has proven that it is theirs; else whoever is given the code,
 * which works once, within a month. Asked again while nobody has come, it makes the code anew.
 */
export async function makeWorkspace({
  world: { db, now },
  input: { name, ownerEmail },
}: {
  world: { db: Db; now: () => Date };
  input: z.output<typeof newWorkspaceSchema>;
}): Promise<NewWorkspace> {
  const createdAt = now();
  const person = await findPersonByEmail(db, ownerEmail);
  return db.transaction(async (tx) => {
    const empty = await findEmptyWorkspace(tx, name);
    const workspaceId = empty ?? crypto.randomUUID();
    const actor = { kind: "local" as const, workspaceId, name: "the operator" };
    if (empty === null) {
      await ensureWorkspace(tx, { workspaceId, name, createdAt });
      const made = { kind: "workspace.create" as const, productId: null, subject: workspaceId };
      await recordDeed({ now, actor }, tx, { ...made, detail: { name } });
    }
    // Anybody with an invitation may have typed the address of somebody else.
    if (!person?.emailVerified) return { workspaceId, code: await newCode(tx, now, workspaceId) };
    const { id: personId } = person;
    const standing = { role: "owner" as const, productRoles: {} };
    await insertMembership(tx, { workspaceId, personId, ...standing, createdAt });
    const joined = { kind: "member.join" as const, productId: null, subject: personId };
    await recordDeed({ now, actor }, tx, {
      ...joined,
      detail: { name: person.name, role: "owner" },
    });
    return { workspaceId, owner: person.name };
  });
}

async function newCode(tx: Db, now: () => Date, workspaceId: string): Promise<string> {
  const code = await makeOwnerCode({ db: tx, now }, workspaceId);
  if (code === null) throw new Error("A new workspace has an owner already.");
  return code;
}
