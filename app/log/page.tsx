import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getContext } from "@/app/_server/context";
import { SessionWatch } from "@/components/accounts/session-watch";
import { LogPage } from "@/components/log/log-page";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import { listDoers } from "@/lib/services/list-doers";
import { listMembers } from "@/lib/services/list-members";
import { listEveryProduct } from "@/lib/services/list-products";

export const metadata: Metadata = { title: "Log" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const ctx = await getContext();
  if (!mayDoInWorkspace(ctx.actor, "read_log")) forbidden();
  // Without accounts there is nobody to choose among.
  const hasMembers = ctx.actor.kind === "member" && mayDoInWorkspace(ctx.actor, "manage_people");
  const [products, members, doers] = await Promise.all([
    listEveryProduct({ ctx }),
    hasMembers ? listMembers({ ctx }) : { items: [] },
    hasMembers ? listDoers({ ctx }) : [],
  ]);
  return (
    <>
      <LogPage products={products} members={members.items} doers={doers} />
      <SessionWatch actor={ctx.actor} />
    </>
  );
}
