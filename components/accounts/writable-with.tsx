"use client";

import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { ProductRight } from "@/lib/rights/rights";
import { useMay } from "./viewer";

const sided = "a role on one of the two sides";

const needs: Record<ProductRight, string> = {
  read: "a role in this product",
  classify: sided,
  agree: sided,
  manage_rules: sided,
  manage_sources: sided,
  manage_products: sided,
  delete_products: "an owner",
};

/** Fields that everybody may read; they can be written in by whoever has the right. */
export function WritableWith({ right, children }: { right: ProductRight; children: ReactNode }) {
  if (useMay(right)) return children;
  return (
    <fieldset disabled style={{ all: "unset", display: "contents" }}>
      <ReadOnlyNote right={right} />
      {children}
    </fieldset>
  );
}

/** Why nothing here can be changed. */
export function ReadOnlyNote({ right }: { right: ProductRight }) {
  return (
    <Text size="sm" c="dimmed" role="note">
      You read this. Changing it needs {needs[right]}.
    </Text>
  );
}
