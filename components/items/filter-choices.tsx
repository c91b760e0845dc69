"use client";

import { Chip, Fieldset, Group, Text } from "@mantine/core";

type FilterChoicesProps<T extends string> = {
  name: string;
  offered: readonly T[];
  names: Record<T, string>;
  chosen: T[] | null;
  onChange: (chosen: T[] | null) => void;
};

/** Any of a known list; none chosen is no filter. */
export function FilterChoices<T extends string>({
  name,
  offered,
  names,
  chosen,
  onChange,
}: FilterChoicesProps<T>) {
  return (
    <Fieldset variant="unstyled" legend={<Text size="xs">{name}</Text>}>
      <Chip.Group
        multiple
        value={chosen ?? []}
        onChange={(values) => {
          const known = offered.filter((one) => values.includes(one));
          onChange(known.length > 0 ? known : null);
        }}
      >
        <Group gap={6}>
          {offered.map((one) => (
            <Chip key={one} value={one} size="xs" variant="outline">
              {names[one]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
