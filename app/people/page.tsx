import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { PeoplePage } from "@/components/accounts/people-page";
import { listEveryProduct } from "@/lib/services/list-products";

export const metadata: Metadata = { title: "People" };
export const dynamic = "force-dynamic";

export default async function Page() {
  const ctx = await getContext();
  const products = await listEveryProduct({ ctx });
  return <PeoplePage actor={ctx.actor} products={products} now={ctx.now().getTime()} />;
}
