"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState, type ReactNode } from "react";
import { CommandHost } from "@/components/commands/command-host";

/** What every page stands in: one query client, the address as state, the nonce for styles that components add, shared tooltip delay, the keys of commands. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
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
    <CSPProvider {...(nonce ? { nonce } : {})}>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <Tooltip.Provider delay={500} closeDelay={0}>
            {children}
            <CommandHost />
          </Tooltip.Provider>
        </NuqsAdapter>
      </QueryClientProvider>
    </CSPProvider>
  );
}
