"use client";

import {
  IconChartBar,
  IconFilterCog,
  IconListDetails,
  IconPlugConnected,
  IconSettings,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import classes from "./product-shell.module.css";

const pages = [
  { path: "balance", name: "Balance", Icon: IconChartBar },
  { path: "items", name: "Items", Icon: IconListDetails },
  { path: "rules", name: "Rules", Icon: IconFilterCog },
  { path: "sources", name: "Sources", Icon: IconPlugConnected },
  { path: "settings", name: "Settings", Icon: IconSettings },
] as const;

/** The product's pages; the current one is marked. */
export function ProductNavigation({ productId }: { productId: string }) {
  const pathname = usePathname();
  return (
    <nav className={classes.links} aria-label="Pages of the product">
      {pages.map(({ path, name, Icon }) => {
        const href = `/products/${productId}/${path}`;
        return (
          <Link
            key={path}
            href={href}
            className={classes.link}
            aria-current={pathname === href ? "page" : undefined}
          >
            <Icon size={18} stroke={1.6} aria-hidden="true" />
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
