import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getContext } from "@/app/_server/context";
import { LogPage } from "@/components/accounts/log-page";
import { SessionWatch } from "@/components/accounts/session-watch";
import { mayDoInWorkspace } from "@/lib/rights/may-do";

export const metadata: Metadata = { title: "Log" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const { actor } = await getContext();
  if (!mayDoInWorkspace(actor, "read_log")) notFound();
  return (
    <>
      <LogPage />
      <SessionWatch actor={actor} />
    </>
  );
}
