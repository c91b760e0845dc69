import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getOpenContext } from "@/app/_server/context";
import { JoinPage } from "@/components/accounts/join-page";
import { readSignInFailure } from "@/lib/domain/sign-in-failure";
import { getInvitation } from "@/lib/services/require-invitation";

// The address holds a secret: it is told to no other server.
export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };
export const dynamic = "force-dynamic";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: PageProps) {
  const ctx = await getOpenContext();
  if (ctx.identity === null) notFound();
  const { invitation, error } = await searchParams;
  const given = typeof invitation === "string" ? invitation : null;
  const valid = given === null ? null : await getInvitation({ ctx, input: { invitation: given } });
  const person = await ctx.identity.personOf(await headers());
  return (
    <JoinPage
      invitation={given}
      workspace={valid?.workspace ?? null}
      signedIn={person?.name ?? null}
      providers={ctx.identity.providers}
      failure={readSignInFailure(typeof error === "string" ? error : null)}
    />
  );
}
