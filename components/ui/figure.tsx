import { Anchor, UnstyledButton } from "@mantine/core";
import classes from "./figures.module.css";
import { useOpensItems } from "./opens-items";

export type Figure = { label: string; value: string; detail: string };

export type FigureFailure = { error: Error; onRetry: () => void };

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

/** Where a figure should have been read: that it was not, why, and another try. */
export function FailedFigure({ label, failure }: { label: string; failure: FigureFailure }) {
  return (
    <div className={classes.figure} role="alert">
      <span className={classes.label}>{label}</span>
      <span className={classes.detail}>It could not be read. {failure.error.message}</span>
      <Anchor
        component="button"
        type="button"
        size="sm"
        underline="always"
        ta="left"
        onClick={failure.onRetry}
      >
        Try again
      </Anchor>
    </div>
  );
}
