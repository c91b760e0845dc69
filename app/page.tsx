import { redirect } from "next/navigation";
import { getContext } from "@/app/_server/context";
import { AccountCorner } from "@/components/accounts/account-corner";
import { NothingYet } from "@/components/accounts/nothing-yet";
import { SessionWatch } from "@/components/accounts/session-watch";
import { FirstRun } from "@/components/sources/first-run";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import { listProducts } from "@/lib/services/list-products";

export const dynamic = "force-dynamic";

/** The most recent product, or the way to the first one. */
export default async function Home() {
  const ctx = await getContext();
  const { items } = await listProducts({ ctx, input: { limit: 1 } });
  const [latest] = items;
  if (latest) redirect(`/products/${latest.id}/balance`);
  const { actor } = ctx;
  if (!mayDoInWorkspace(actor, "create_products")) return <NothingYet actor={actor} />;
  return (
    <>
      <FirstRun
        again={false}
        hasAccounts={actor.kind === "member"}
        account={actor.kind === "member" ? <AccountCorner actor={actor} /> : null}
      />
      <SessionWatch actor={actor} />
    </>
  );
}
