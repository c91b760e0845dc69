"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";
import classes from "./items-pages.module.css";

const pages = [
  { path: "items", name: "All items" },
  { path: "triage", name: "Triage" },
  { path: "contested", name: "Contested" },
  { path: "audit", name: "Late changes" },
] as const;

/** The pages that look at items, each from its own side; the current one is marked. */
export function ItemsPages({ productId }: { productId: string }) {
  const pathname = usePathname();
  return (
    <nav className={classes.pages} aria-label="Pages of items">
      {pages.map(({ path, name }) => {
        const href = `/products/${productId}/${path}`;
        return (
          <Link
            key={path}
            href={href}
            className={classes.page}
            aria-current={pathname === href ? "page" : undefined}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
