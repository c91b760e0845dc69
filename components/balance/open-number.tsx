import { UnstyledButton } from "@mantine/core";
import { useOpensItems } from "@/components/ui/opens-items";
import classes from "./balance-table.module.css";

type OpenNumberProps = { amount: string; what: string; onClick: () => void };

/** A number that opens its items; nothing has none to open. */
export function OpenNumber({ amount, what, onClick }: OpenNumberProps) {
  const opens = useOpensItems();
  if (amount === "0" || !opens) return amount;
  return (
    <UnstyledButton
      className={classes.number}
      onClick={onClick}
      aria-label={`${amount} ${what}: open the items`}
    >
      {amount}
    </UnstyledButton>
  );
}
