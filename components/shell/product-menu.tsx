"use client";

import { Menu } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useMayInWorkspace } from "@/components/accounts/viewer";
import { Link } from "@/components/ui/link";
import type { Product } from "@/lib/contracts/products";
import { SwitcherButton } from "./switcher-button";

export type ProductMenuProps = { product: Product; products: Product[] };

/** The other products, and the way to connect one more. Opens as it appears: a click asked for it. */
export function ProductMenu({ product, products }: ProductMenuProps) {
  const [opened, setOpened] = useState(false);
  const mayConnect = useMayInWorkspace("create_products");
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      width={240}
    >
      <Menu.Target>
        <SwitcherButton ref={target} product={product} />
      </Menu.Target>
      <Menu.Dropdown>
        {products.map(({ id, name, sample }) => (
          <Menu.Item
            key={id}
            component={Link}
            href={`/products/${id}/balance`}
            aria-current={id === product.id ? "true" : undefined}
            fw={id === product.id ? 600 : undefined}
          >
            {sample ? `${name} (sample)` : name}
          </Menu.Item>
        ))}
        <Menu.Divider role="separator" />
        <Menu.Item component={Link} href="/portfolio">
          All products side by side
        </Menu.Item>
        {mayConnect ? (
          <Menu.Item component={Link} href="/new">
            Connect another repository or project
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
