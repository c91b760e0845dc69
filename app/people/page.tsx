import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { PeoplePage } from "@/components/accounts/people-page";
import { listProducts } from "@/lib/services/list-products";

export const metadata: Metadata = { title: "People" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const ctx = await getContext();
  const { items } = await listProducts({ ctx, input: {} });
  return <PeoplePage actor={ctx.actor} products={items} now={ctx.now().getTime()} />;
}
