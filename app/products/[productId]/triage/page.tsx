import type { Metadata } from "next";
import { findProduct } from "@/app/products/find-product";
import { TriagePage } from "@/components/triage/triage-page";

export const metadata: Metadata = { title: "Triage" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  return <TriagePage product={await findProduct((await params).productId)} />;
}
