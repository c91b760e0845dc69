"use client";

import { Popover, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import tableClasses from "@/components/balance/balance-table.module.css";
import { formatAmount } from "@/components/ui/format";
import type { PortfolioProduct } from "@/lib/contracts/portfolio";
import classes from "./portfolio.module.css";

type TogetherNumberProps = {
  amount: number;
  category: "feature" | "unclassified";
  /** Those that are in the sum, in the order of the table. */
  products: PortfolioProduct[];
  locale: string;
  onOpen: (product: PortfolioProduct) => void;
};

/** A sum over products: opens its parts, and each of these its items. */
export function TogetherNumber(props: TogetherNumberProps) {
  const { amount, category, products, locale, onOpen } = props;
  const [isOpen, setIsOpen] = useState(false);
  if (amount === 0) return "0";
  const parts = products.filter(({ totals }) => totals.counts[category] > 0);
  const said = formatAmount(amount, locale);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
      // It is gone before the items open, which take the focus.
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <UnstyledButton
          className={tableClasses.number}
          aria-label={`${said} ${category}, together: choose a product`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {said}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600}>
          Whose {category} items?
        </Text>
        <ul className={classes.parts}>
          {parts.map((product) => (
            <li key={product.id}>
              <UnstyledButton
                className={classes.part}
                fz="sm"
                onClick={() => {
                  setIsOpen(false);
                  onOpen(product);
                }}
              >
                <bdi>{product.name}</bdi>: {formatAmount(product.totals.counts[category], locale)}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
