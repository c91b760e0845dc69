import type { Metadata } from "next";
import { findProduct } from "@/app/products/find-product";
import { ModelPage } from "@/components/model/model-page";

export const metadata: Metadata = { title: "Text model" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  return <ModelPage product={await findProduct((await params).productId)} />;
}
