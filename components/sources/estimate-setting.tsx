"use client";

import { NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Source } from "@/lib/contracts/sources";
import { chosenId, pointsChoices } from "./points-choices";
import { pointsFieldsOptions } from "./sources-query";
import { useUpdateSource } from "./use-update-source";

/** Which of the tracker's number fields holds the estimate. */
export function EstimateSetting({ source }: { source: Source }) {
  const { data, error, isPending } = useQuery(pointsFieldsOptions(source.id));
  const update = useUpdateSource(source);
  const wanted = update.isPending ? update.variables.pointsField : undefined;
  const chosen = (wanted === undefined ? source.pointsField : wanted) ?? "";
  const fields = data?.items ?? [];
  return (
    <div>
      <NativeSelect
        label="Field with the estimate"
        description={
          isPending ? "Asking the site for its fields…" : "All items are made again by it."
        }
        data={pointsChoices(fields, chosen)}
        value={chosenId(fields, chosen) ?? chosen}
        disabled={data === undefined || update.isPending}
        onChange={({ currentTarget: { value } }) =>
          update.mutate({ pointsField: value === "" ? null : value })
        }
        maw={420}
      />
      {error ? (
        <Text size="sm" role="alert" mt={4}>
          The site's fields cannot be shown now. {error.message}
        </Text>
      ) : null}
    </div>
  );
}
