"use client";

import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendJson } from "@/components/ui/api";
import type { Product } from "@/lib/contracts/products";

/** Deletes the product once its name was typed. */
export function DeleteProduct({ product }: { product: Product }) {
  const [typed, setTyped] = useState("");
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => sendJson("DELETE", `/api/products/${product.id}`),
    onSuccess: () => {
      queryClient.clear();
      router.replace("/");
      router.refresh();
    },
  });
  return (
    <section aria-label="Delete the product">
      <Stack gap="xs">
        <Title order={2} size="h4">
          Delete this product
        </Title>
        <Text size="sm" c="dimmed">
          Its items, sources and everything people decided about them are deleted here. The
          repositories themselves are not touched. It cannot be undone.
        </Text>
        <TextInput
          label={`Type “${product.name}” to confirm`}
          value={typed}
          autoComplete="off"
          error={remove.error?.message}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          color="red"
          variant="outline"
          disabled={typed.trim() !== product.name.trim()}
          loading={remove.isPending || remove.isSuccess}
          style={{ alignSelf: "flex-start" }}
          onClick={() => remove.mutate()}
        >
          Delete the product
        </Button>
      </Stack>
    </section>
  );
}
