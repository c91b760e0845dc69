"use client";

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect, useState } from "react";
import { printInLight } from "@/components/print/print-in-light";
import { ApiError } from "@/components/ui/api";
import { markListening } from "@/components/ui/listening";
import { NoticeHost } from "@/components/ui/notice-host";
import { cssVariablesResolver, theme } from "@/components/ui/theme";

const freshMs = 20_000;

/** What every page stands in: theme, cache of answers, state in the URL, notices. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  useEffect(markListening, []);
  useEffect(printInLight, []);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
      >
        <NuqsAdapter>
          {children}
          <NoticeHost />
        </NuqsAdapter>
      </MantineProvider>
    </QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The server may be this machine, which answers without any network: what fails says so itself.
      queries: { staleTime: freshMs, retry: mayHelp, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
}

/** A refusal stays a refusal; silence and failures of the server are worth two more tries. */
function mayHelp(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}
