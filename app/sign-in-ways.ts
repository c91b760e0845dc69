import { headers } from "next/headers";
import { getOpenContext } from "@/app/_server/context";

/** How people can come in, also with a forgotten password, whether somebody is in already, and who is signed in without being so. */
export async function readWaysIn() {
  const { identity, actor, mail } = await getOpenContext();
  const isIn = actor.kind !== "nobody";
  const sendsMail = mail !== null;
  if (identity === null || isIn) {
    return { isIn, providers: { github: false, oidc: false }, stranger: null, sendsMail };
  }
  const cookie = new Headers({ cookie: (await headers()).get("cookie") ?? "" });
  const person = await identity.personOf(cookie);
  return { isIn, providers: identity.providers, stranger: person?.name ?? null, sendsMail };
}
