"use client";

import { useQueryClient } from "@tanstack/react-query";
import { notify } from "@/components/ui/notify";
import { printWhole } from "./print-whole";

const places = "main :is([aria-busy=true], .mantine-Skeleton-root)";

/** Prints the page that is open, with what nobody has scrolled to. */
export function usePrint(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    const isWhole = await printWhole({
      isArriving: () => queryClient.isFetching() > 0 || document.querySelector(places) !== null,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      print: () => window.print(),
    });
    if (!isWhole) {
      const message = "Not all of the page had come in time: some of it is left out in print.";
      void notify({ message, tone: "error" });
    }
  };
}
