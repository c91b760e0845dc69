import { UnstyledButton } from "@mantine/core";
import type { ComponentProps } from "react";
import type { Product } from "@/lib/contracts/products";
import classes from "./switcher-button.module.css";

type SwitcherButtonProps = { product: Product } & ComponentProps<"button">;

/** The product's name as the handle of the menu of products. */
export function SwitcherButton({ product, ...button }: SwitcherButtonProps) {
  return (
    <UnstyledButton
      aria-haspopup="menu"
      {...button}
      className={classes.switcher}
      aria-label={`Product: ${product.name}. Switch to another`}
    >
      <span className={classes.name} dir="auto">
        {product.name}
      </span>
      <span className={classes.kind}>{product.sample ? "Sample" : "Product"}</span>
    </UnstyledButton>
  );
}
