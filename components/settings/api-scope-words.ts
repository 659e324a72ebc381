import type { ApiScope } from "@/lib/domain/api-scope";

/** The catalogue's keys of scopes, which bear no dots. */
export const SCOPE_WORDS = {
  "reply.send": "replySend",
  "reply.read": "replyRead",
  "sandbox.read": "sandboxRead",
} as const satisfies Record<ApiScope, string>;
