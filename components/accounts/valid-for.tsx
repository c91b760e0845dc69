import { NativeSelect } from "@mantine/core";

const words = { 1: "One day", 7: "A week", 30: "30 days", 365: "A year" } as const;
type Days = keyof typeof words;

type ValidForProps = {
  days: number;
  choices: readonly Days[];
  error: string | undefined;
  onChange: (days: number) => void;
};

/** For how long what is made is good. */
export function ValidFor({ days, choices, error, onChange }: ValidForProps) {
  return (
    <NativeSelect
      label="Valid for"
      value={String(days)}
      data={choices.map((choice) => ({ value: String(choice), label: words[choice] }))}
      error={error}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
