"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { ProductMenuProps } from "./product-menu";
import { SwitcherButton } from "./switcher-button";

const ProductMenu = dynamic(() => import("./product-menu").then((module) => module.ProductMenu), {
  ssr: false,
});

/** Names the product and offers the others; the menu's code is fetched at the first click. */
export function ProductSwitcher({ product, products }: ProductMenuProps) {
  const [wanted, setWanted] = useState(false);
  return wanted ? (
    <ProductMenu product={product} products={products} />
  ) : (
    <SwitcherButton product={product} onClick={() => setWanted(true)} />
  );
}
