import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getContext } from "@/app/_server/context";
import { SessionWatch } from "@/components/accounts/session-watch";
import { FirstRun } from "@/components/sources/first-run";
import { mayDoInWorkspace } from "@/lib/rights/may-do";

export const metadata: Metadata = { title: "Connect a repository or project" };
export const dynamic = "force-dynamic";

export default async function NewProduct() {
  const { actor } = await getContext();
  if (!mayDoInWorkspace(actor, "create_products")) forbidden();
  return (
    <>
      <FirstRun again hasAccounts={actor.kind === "member"} />
      <SessionWatch actor={actor} />
    </>
  );
}
