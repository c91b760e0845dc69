"use client";

import {
  IconChartBar,
  IconFilterCog,
  IconHeartHandshake,
  IconListDetails,
  IconPlugConnected,
  IconPresentation,
  IconSettings,
} from "@tabler/icons-react";
import { usePathname } from "next/navigation";
import { Link, LinkPending } from "@/components/ui/link";
import classes from "./product-shell.module.css";

const pages: { path: string; name: string; Icon: typeof IconSettings; inner?: string[] }[] = [
  { path: "balance", name: "Balance", Icon: IconChartBar },
  { path: "items", name: "Items", Icon: IconListDetails, inner: ["triage", "contested", "audit"] },
  { path: "agreement", name: "Agreement", Icon: IconHeartHandshake, inner: ["forecast", "digest"] },
  { path: "meetings", name: "Meetings", Icon: IconPresentation, inner: ["plan"] },
  { path: "rules", name: "Rules", Icon: IconFilterCog, inner: ["model"] },
  { path: "sources", name: "Sources", Icon: IconPlugConnected },
  { path: "settings", name: "Settings", Icon: IconSettings },
];

/** The product's pages; the current one is marked. */
export function ProductNavigation({ productId }: { productId: string }) {
  const pathname = usePathname();
  return (
    <nav className={classes.links} aria-label="Pages of the product">
      {pages.map(({ path, name, Icon, inner }) => {
        const pathOf = (page: string) => `/products/${productId}/${page}`;
        const href = pathOf(path);
        const isInside = inner?.some((page) => pathname === pathOf(page));
        return (
          <Link
            key={path}
            href={href}
            className={classes.link}
            aria-current={pathname === href ? "page" : isInside}
          >
            <Icon size={18} stroke={1.6} aria-hidden="true" />
            {name}
            <LinkPending className={classes.pending} />
          </Link>
        );
      })}
    </nav>
  );
}
