"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import type { Member } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import { type DeedKind, deedKinds } from "@/lib/domain/deed";
import { deedNames } from "./deed-words";
import classes from "./log.module.css";

type LogView = {
  kind: DeedKind | null;
  productId: string | null;
  personId: string | null;
  from: string | null;
  to: string | null;
};

type LogBarProps = {
  view: LogView;
  products: readonly Product[];
  members: readonly Member[];
  onChange: (change: Partial<LogView>) => void;
};

/** What of the log is shown: by whom, what, about what, on which days. */
export function LogBar({ view, products, members, onChange }: LogBarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="What is shown">
      {members.length > 0 ? (
        <NativeSelect
          label="Who"
          size="xs"
          value={view.personId ?? ""}
          data={[
            { value: "", label: "Everybody" },
            ...members.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          onChange={(event) => onChange({ personId: event.currentTarget.value || null })}
        />
      ) : null}
      <NativeSelect
        label="What"
        size="xs"
        value={view.kind ?? ""}
        data={[
          { value: "", label: "Everything" },
          ...deedKinds.map((kind) => ({ value: kind, label: deedNames[kind] })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: deedKinds.find((kind) => kind === value) ?? null })
        }
      />
      <NativeSelect
        label="Product"
        size="xs"
        value={view.productId ?? ""}
        data={[
          { value: "", label: "All" },
          ...products.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ productId: event.currentTarget.value || null })}
      />
      {(["from", "to"] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          label={end === "from" ? "From" : "To"}
          value={view[end] ?? ""}
          onChange={(event) => onChange({ [end]: event.currentTarget.value || null })}
        />
      ))}
    </div>
  );
}
