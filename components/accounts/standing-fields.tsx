"use client";

import { NativeSelect, Stack } from "@mantine/core";
import type { Product } from "@/lib/contracts/products";
import { type ProductRole, productRoles, type Role, roles } from "@/lib/domain/role";
import { roleWords } from "./role-words";

export type StandingValue = {
  role: Role | null;
  productRoles: Record<string, ProductRole>;
};

type StandingFieldsProps = {
  value: StandingValue;
  products: readonly Product[];
  onChange: (value: StandingValue) => void;
  error?: string | undefined;
};

/** A role everywhere, and another one where a product has its own. */
export function StandingFields({ value, products, onChange, error }: StandingFieldsProps) {
  const setProduct = (productId: string, chosen: string) => {
    const { [productId]: _, ...others } = value.productRoles;
    const role = productRoles.find((one) => one === chosen);
    onChange({ ...value, productRoles: role ? { ...others, [productId]: role } : others });
  };
  return (
    <Stack gap="xs">
      <NativeSelect
        label="Role in every product"
        description="Product manager and engineering are the two sides that sign. A viewer reads. An owner who is also a side is given that role in the product."
        value={value.role ?? ""}
        data={[
          ...roles.map((role) => ({ value: role, label: roleWords[role] })),
          { value: "", label: "None: only in products named below" },
        ]}
        error={error}
        onChange={({ currentTarget }) =>
          onChange({ ...value, role: roles.find((one) => one === currentTarget.value) ?? null })
        }
      />
      {products.map(({ id, name }) => (
        <NativeSelect
          key={id}
          size="xs"
          label={`Role in ${name}`}
          value={value.productRoles[id] ?? ""}
          data={[
            { value: "", label: value.role === null ? "None" : "As in every product" },
            ...productRoles.map((role) => ({ value: role, label: roleWords[role] })),
          ]}
          onChange={({ currentTarget }) => setProduct(id, currentTarget.value)}
        />
      ))}
    </Stack>
  );
}
