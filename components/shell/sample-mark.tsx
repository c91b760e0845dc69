import { Text } from "@mantine/core";
import classes from "./product-shell.module.css";

/** Stands wherever a sample product's data shows. */
export function SampleMark() {
  return (
    <Text size="sm" className={classes.sample}>
      <strong>Sample data:</strong> generated, not real
    </Text>
  );
}
