import type { ReactNode } from "react";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { ProductShell } from "@/components/shell/product-shell";
import { listEveryProduct } from "@/lib/services/list-products";

type LayoutProps = { params: Promise<{ productId: string }>; children: ReactNode };

export async function generateMetadata({ params }: LayoutProps) {
  const { name } = await findProduct((await params).productId);
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function ProductLayout({ params, children }: LayoutProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const products = await listEveryProduct({ ctx });
  return (
    <ProductShell product={product} products={products} actor={ctx.actor}>
      {children}
    </ProductShell>
  );
}
