"use client";

import { Button, Group, NativeSelect, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { dirtyValues } from "@/components/products/dirty-values";
import { ApiError, sendJson } from "@/components/ui/api";
import { notify } from "@/components/ui/notify";
import type { Product } from "@/lib/contracts/products";
import { digestFrequencies } from "@/lib/domain/digest";
import { digestFrequencyWords } from "@/lib/domain/glossary";
import { mostOutsidePeriods, triggerPeriods } from "@/lib/domain/trigger";

type Values = Pick<Product, "digest" | "outsidePeriods" | "outsidePeriod">;

/** When the product asks for a talk, and how often its digest is made. */
export function TalkSettings({ product }: { product: Product }) {
  const { digest, outsidePeriods, outsidePeriod } = product;
  const router = useRouter();
  const form = useForm<Values>({ initialValues: { digest, outsidePeriods, outsidePeriod } });
  const save = useMutation({
    mutationFn: (values: Values) =>
      sendJson<Product>("PATCH", `/api/products/${product.id}`, dirtyValues(values, form.isDirty)),
    onSuccess: ({ digest, outsidePeriods, outsidePeriod }) => {
      const stored = { digest, outsidePeriods, outsidePeriod };
      form.setValues(stored);
      form.resetDirty(stored);
      void notify({ message: "Saved." });
      router.refresh();
    },
    onError: (error) => {
      const fields = error instanceof ApiError ? error.fields : {};
      form.setErrors(Object.keys(fields).length > 0 ? fields : { digest: error.message });
    },
  });
  return (
    <section aria-label="Talks">
      <Title order={2} size="h4">
        Talks
      </Title>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
        <Stack gap="md" mt="xs">
          <div>
            <Group gap="xs" align="flex-end">
              <NumberInput
                label="Periods that ask for a talk"
                maw={200}
                min={1}
                max={mostOutsidePeriods}
                allowDecimal={false}
                {...form.getInputProps("outsidePeriods")}
              />
              <NativeSelect
                label="A period is"
                data={triggerPeriods.map((value) => ({ value, label: `A whole ${value}` }))}
                {...form.getInputProps("outsidePeriod")}
              />
            </Group>
            <Text size="sm" c="dimmed">
              So many outside the agreed band in a row. One with too few items to say neither counts
              nor ends them.
            </Text>
          </div>
          <NativeSelect
            label="Digest"
            description="Made from eight in the morning on, in the product's time zone."
            data={digestFrequencies.map((value) => ({
              value,
              label: digestFrequencyWords[value].name,
            }))}
            {...form.getInputProps("digest")}
          />
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!form.isDirty()}
            style={{ alignSelf: "flex-start" }}
          >
            Save the talks
          </Button>
        </Stack>
      </form>
    </section>
  );
}
