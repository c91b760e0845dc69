"use client";

import { NativeSelect, TextInput } from "@mantine/core";
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
  /** By id and the name they are chosen by. */
  people: readonly { value: string; label: string }[];
  onChange: (change: Partial<LogView>) => void;
};

/** What of the log is shown: by whom, what, about what, on which days. */
export function LogBar({ view, products, people, onChange }: LogBarProps) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="What is shown">
      {people.length > 0 ? (
        <Choice
          label="Who"
          all="Everybody"
          value={view.personId}
          options={people}
          onChoose={(personId) => onChange({ personId })}
        />
      ) : null}
      <Choice
        label="What"
        all="Everything"
        value={view.kind}
        options={deedKinds.map((kind) => ({ value: kind, label: deedNames[kind] }))}
        onChoose={(value) => onChange({ kind: deedKinds.find((kind) => kind === value) ?? null })}
      />
      <Choice
        label="Product"
        all="All"
        value={view.productId}
        options={products.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(productId) => onChange({ productId })}
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

type ChoiceProps = {
  label: string;
  /** What choosing none is called. */
  all: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string | null) => void;
};

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      size="xs"
      value={value ?? ""}
      data={[{ value: "", label: all }, ...options]}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    />
  );
}
