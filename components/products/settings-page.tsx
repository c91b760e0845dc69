"use client";

import { Button, NativeSelect, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { LocalMode } from "@/components/accounts/local-mode";
import { Allowed } from "@/components/accounts/viewer";
import { TalkSettings } from "@/components/talks/talk-settings";
import { WebhookSetting } from "@/components/talks/webhook-setting";
import { ApiError, sendJson } from "@/components/ui/api";
import { ColorSchemeSwitch } from "@/components/ui/color-scheme-switch";
import { notify } from "@/components/ui/notify";
import { PageTitle } from "@/components/ui/page-title";
import type { Product } from "@/lib/contracts/products";
import { type Weekday, weekdays } from "@/lib/domain/balance";

import { DeleteProduct } from "./delete-product";
import { dirtyValues } from "./dirty-values";
import { ProductFacts } from "./product-facts";
import { weekdayName } from "./weekday-name";

type SettingsPageProps = {
  product: Product;
  /** Every time zone this machine knows. */
  timeZones: string[];
};

/** Name, time zone and week of a product; its talks and messages; its end; the reader's colours. */
export function SettingsPage({ product, timeZones }: SettingsPageProps) {
  return (
    <Stack gap="xl" maw={520}>
      <PageTitle
        title="Settings"
        about="What the product is called, where its days and weeks begin, and when it asks for a talk."
      />
      <Allowed right="manage_products" otherwise={<ProductFacts product={product} />}>
        <ProductForm product={product} timeZones={timeZones} />
        <TalkSettings product={product} />
        <WebhookSetting product={product} />
      </Allowed>
      <section aria-label="Appearance">
        <Title order={2} size="h4">
          Appearance
        </Title>
        <Text size="sm" c="dimmed">
          For this browser only.
        </Text>
        <div style={{ maxWidth: 240, marginTop: 10 }}>
          <ColorSchemeSwitch />
        </div>
      </section>
      <LocalMode />
      <Allowed right="delete_products">
        <DeleteProduct product={product} />
      </Allowed>
    </Stack>
  );
}

type Values = { name: string; timeZone: string; weekStart: Weekday };

function ProductForm({ product, timeZones }: SettingsPageProps) {
  const { name, timeZone, weekStart } = product;
  const router = useRouter();
  const form = useForm<Values>({
    initialValues: { name, timeZone, weekStart },
    validate: { name: (text) => (text.trim() === "" ? "Give the product a name." : null) },
  });
  const save = useMutation({
    mutationFn: (values: Values) =>
      sendJson<Product>("PATCH", `/api/products/${product.id}`, dirtyValues(values, form.isDirty)),
    onSuccess: (saved) => {
      const stored = { name: saved.name, timeZone: saved.timeZone, weekStart: saved.weekStart };
      form.setValues(stored);
      form.resetDirty(stored);
      void notify({ message: "Saved." });
      router.refresh();
    },
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors(Object.keys(fields).length > 0 ? fields : { name: error.message });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="md">
        <TextInput label="Name" {...form.getInputProps("name")} />
        <Select
          label="Time zone"
          description="Days begin and end at its midnight."
          data={timeZones}
          searchable
          limit={60}
          allowDeselect={false}
          {...form.getInputProps("timeZone")}
        />
        <NativeSelect
          label="First day of the week"
          data={weekdays.map((value) => ({ value, label: weekdayName(value) }))}
          {...form.getInputProps("weekStart")}
        />
        <Button
          type="submit"
          loading={save.isPending}
          disabled={!form.isDirty()}
          style={{ alignSelf: "flex-start" }}
        >
          Save
        </Button>
      </Stack>
    </form>
  );
}
