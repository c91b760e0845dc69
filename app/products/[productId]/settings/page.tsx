import type { Metadata } from "next";
import { findProduct } from "@/app/products/find-product";
import { SettingsPage } from "@/components/products/settings-page";

export const metadata: Metadata = { title: "Settings" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const known = [product.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")];
  return <SettingsPage product={product} timeZones={[...new Set(known)]} />;
}
