import { UnstyledButton } from "@mantine/core";
import classes from "./figures.module.css";
import { useOpensItems } from "./opens-items";

export type Figure = { label: string; value: string; detail: string };

type FigureViewProps = { figure: Figure; onClick?: () => void };

/** One of a row's figures; with `onClick` it opens what it counts. */
export function FigureView({ figure, onClick }: FigureViewProps) {
  const opens = useOpensItems();
  const words = (
    <>
      <span className={classes.label}>{figure.label}</span>
      <span className={classes.value}>{figure.value}</span>
      <span className={classes.detail}>{figure.detail}</span>
    </>
  );
  return onClick && opens ? (
    <UnstyledButton className={classes.figure} onClick={onClick}>
      {words}
    </UnstyledButton>
  ) : (
    <div className={classes.figure}>{words}</div>
  );
}
