import { Button, Group } from "@mantine/core";

type FormButtonsProps = { submit: string; isBusy: boolean; onCancel: (() => void) | undefined };

/** The ends of a form: what sends it and, where it can be left, what leaves it. */
export function FormButtons({ submit, isBusy, onCancel }: FormButtonsProps) {
  return (
    <Group gap="xs">
      <Button type="submit" size="sm" loading={isBusy}>
        {submit}
      </Button>
      {onCancel ? (
        <Button size="sm" variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </Group>
  );
}
