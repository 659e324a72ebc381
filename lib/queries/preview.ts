import { queryOptions } from "@tanstack/react-query";
import { preview } from "@/lib/actions/replies";
import type { SendFromComposerInput } from "@/lib/services/replies/schemas";

/** A reply as it would leave now. It is composed anew each time somebody looks, and forgotten after. */
export const previewQuery = (input: SendFromComposerInput) =>
  queryOptions({
    queryKey: ["preview", input],
    queryFn: () => preview(input),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
