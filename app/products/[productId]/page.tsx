import { redirect } from "next/navigation";
import { createLoader, createSerializer, type SearchParams } from "nuqs/server";
import { balanceParameters } from "@/components/balance/view-parameters";

const loadView = createLoader(balanceParameters);
const withView = createSerializer(balanceParameters);

type PageProps = { params: Promise<{ productId: string }>; searchParams: Promise<SearchParams> };

/** A product's address is that of its balance, whatever view it names. */
export default async function ProductPage({ params, searchParams }: PageProps) {
  const { productId } = await params;
  const address = withView(`/products/${productId}/balance`, await loadView(searchParams));
  // A view's texts stand in it as they are, and a header holds ASCII alone.
  const { pathname, search } = new URL(address, "http://own.invalid");
  redirect(`${pathname}${search}`);
}
