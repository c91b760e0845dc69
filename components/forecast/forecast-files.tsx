import { Group } from "@mantine/core";
import type { RefObject } from "react";
import { FileLink } from "@/components/ui/file-link";
import { SaveMultiplesButton } from "@/components/ui/save-multiples-button";
import type { Scenario } from "@/lib/forecast/scenarios";
import classes from "./forecast.module.css";
import { forecastFileAddress } from "./forecast-query";

type ForecastFilesProps = {
  productId: string;
  scenarios: Scenario[];
  /** What is looked at, but for how the work is divided. */
  asked: { weeks: number; asKnownAt?: string };
  /** What holds the pictures, and what they show in a sentence. */
  pictures: RefObject<HTMLElement | null>;
  title: string;
};

/** The pictures as one file, and the numbers of each as another. */
export function ForecastFiles(props: ForecastFilesProps) {
  const { productId, scenarios, asked, pictures, title } = props;
  return (
    <Group gap="md" className={classes.files}>
      <SaveMultiplesButton
        place={pictures}
        what="the weeks ahead"
        title={title}
        fileName="weeks-ahead.png"
      />
      {scenarios.map(({ key, name, shares }) => (
        <FileLink key={key} href={forecastFileAddress(productId, { ...asked, shares })}>
          {name} as CSV
        </FileLink>
      ))}
    </Group>
  );
}
