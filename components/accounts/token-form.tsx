"use client";

import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ApiError, sendJson } from "@/components/ui/api";
import type { NewToken } from "@/lib/contracts/accounts";
import type { Product } from "@/lib/contracts/products";
import type { TokenScope } from "@/lib/domain/role";
import classes from "./accounts.module.css";
import { tokensOptions } from "./accounts-query";
import { useListChange } from "./use-list-change";

type TokenFormProps = {
  products: readonly Product[];
  onMade: (token: NewToken) => void;
  onCancel: () => void;
};

type Values = { name: string; scope: TokenScope; productIds: string[]; days: string };

const initialValues: Values = { name: "", scope: "read", productIds: [], days: "90" };

/** What a token is called, what it may, and until when. */
export function TokenForm({ products, onMade, onCancel }: TokenFormProps) {
  const form = useForm<Values>({
    initialValues,
    validate: { name: (text) => (text.trim() === "" ? "Give the token a name." : null) },
  });
  const make = useListChange(tokensOptions.queryKey, ({ name, scope, productIds, days }: Values) =>
    sendJson<NewToken>("POST", "/api/tokens", {
      ...{ name, scope },
      productIds: productIds.length === 0 ? null : productIds,
      days: days === "" ? null : Number(days),
    }),
  );
  const send = (values: Values) =>
    make.mutate(values, {
      onSuccess: onMade,
      onError: (error) => {
        const fields = error instanceof ApiError ? error.fields : {};
        form.setErrors(Object.keys(fields).length > 0 ? fields : { name: error.message });
      },
    });
  return (
    <form aria-label="Token" className={classes.form} onSubmit={form.onSubmit(send)} noValidate>
      <Stack gap="sm" my="sm">
        <TextInput label="Name of the token" autoComplete="off" {...form.getInputProps("name")} />
        <NativeSelect
          label="What it may"
          data={[
            { value: "read", label: "Read" },
            { value: "write", label: "Read and write" },
          ]}
          {...form.getInputProps("scope")}
        />
        {products.length > 0 ? (
          <Checkbox.Group
            label="Only these products"
            description="None chosen: every product that you see."
            {...form.getInputProps("productIds")}
          >
            <Stack gap={4} mt={4}>
              {products.map(({ id, name }) => (
                <Checkbox key={id} size="xs" value={id} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
        <NativeSelect
          label="Valid for"
          data={[
            { value: "30", label: "30 days" },
            { value: "90", label: "90 days" },
            { value: "365", label: "A year" },
            { value: "", label: "Until it is ended" },
          ]}
          {...form.getInputProps("days")}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={make.isPending}>
            Make it
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
