import { showUnseen } from "@/components/ui/unseen";

/** What printing needs of the page, passed in so that it can be tested without one. */
export type Printing = {
  /** Whether anything is asked for, or stands as a place for what is to come. */
  isArriving: () => boolean;
  sleep: (ms: number) => Promise<void>;
  print: () => void;
};

const everyMs = 100;
const mostMs = 20_000;
/** So many looks in a row find nothing on its way: one answer may lead to the next question. */
const quietLooks = 3;

/**
 * Prints the page with what nobody has scrolled to. Resolves to false where some of it had not come in
 * time and was left out.
 */
export async function printWhole({ isArriving, sleep, print }: Printing): Promise<boolean> {
  let quiet = 0;
  for (let waitedMs = 0; waitedMs < mostMs && quiet < quietLooks; waitedMs += everyMs) {
    // What has come may hold further parts.
    showUnseen();
    await sleep(everyMs);
    quiet = isArriving() ? 0 : quiet + 1;
  }
  print();
  return quiet === quietLooks;
}
