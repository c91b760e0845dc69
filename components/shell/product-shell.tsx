import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { AccountCorner } from "@/components/accounts/account-corner";
import { SessionWatch } from "@/components/accounts/session-watch";
import { ViewerProvider } from "@/components/accounts/viewer";
import { PaletteButton } from "@/components/palette/palette-button";
import { ColorSchemeSwitch } from "@/components/ui/color-scheme-switch";
import type { Product } from "@/lib/contracts/products";
import type { Actor } from "@/lib/rights/actor";
import { PagePlace } from "./page-place";
import { ProductNavigation } from "./product-navigation";
import classes from "./product-shell.module.css";
import { ProductSwitcher } from "./product-switcher";
import { SampleMark } from "./sample-mark";

type ProductShellProps = {
  product: Product;
  products: Product[];
  actor: Actor;
  children: ReactNode;
};

/** Navigation beside every page of a product; on a phone it is a bar at the bottom. */
export function ProductShell({ product, products, actor, children }: ProductShellProps) {
  return (
    <ViewerProvider actor={actor} productId={product.id}>
      <div className={classes.shell}>
        <div className={classes.side}>
          <section className={classes.head} aria-label="Product">
            <ProductSwitcher product={product} products={products} />
            <PaletteButton product={product} products={products} />
          </section>
          <ProductNavigation productId={product.id} />
          <AccountCorner actor={actor} />
          <aside className={classes.scheme} aria-label="Appearance">
            <ColorSchemeSwitch />
          </aside>
        </div>
        <main id="main" className={classes.main} tabIndex={-1}>
          {/* On the screen it stands beside the page. */}
          <Text className={classes.onPaper}>{product.name}</Text>
          {product.sample ? <SampleMark /> : null}
          <PagePlace>{children}</PagePlace>
        </main>
      </div>
      <SessionWatch actor={actor} />
    </ViewerProvider>
  );
}
