"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState, type ReactNode } from "react";
import { CommandHost } from "@/components/commands/command-host";
import { TooltipHost } from "@/components/ui/tooltip-host";

/** What every page stands in: one query client, the address as state, the keys of commands, the tooltip. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: true },
          // Without a network a press fails and says so; by default it would wait silently for the network to come back.
          mutations: { networkMode: "always" },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        {children}
        <CommandHost />
        <TooltipHost />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
