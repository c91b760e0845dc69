import { redirect } from "next/navigation";
import { getContext } from "@/app/_server/context";
import { FirstRun } from "@/components/sources/first-run";
import { listProducts } from "@/lib/services/list-products";

export const dynamic = "force-dynamic";

/** The most recent product, or the way to the first one. */
export default async function Home() {
  const ctx = await getContext();
  const { items } = await listProducts({ ctx, input: {} });
  const [latest] = items;
  if (latest) redirect(`/products/${latest.id}/balance`);
  return <FirstRun again={false} />;
}
