import { z } from "zod";
import { API_SCOPES, type ApiScope } from "@/lib/domain/api-scope";

export const CreateApiKeyInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .refine((name) => !/\p{Cc}/u.test(name), "control_character"),
  /** What it may be used for; absent for all that its member may do over the API. */
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, "scope_missing")
    .max(API_SCOPES.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, "twice")
    .optional(),
});
export type CreateApiKeyInput = z.infer<typeof CreateApiKeyInput>;

export const RevokeApiKeyInput = z.strictObject({ apiKeyId: z.uuid() });
export type RevokeApiKeyInput = z.infer<typeof RevokeApiKeyInput>;

export const ListApiKeysInput = z.strictObject({});
export type ListApiKeysInput = z.infer<typeof ListApiKeysInput>;

/** A key as it is shown: never the secret, only its last four characters. Times are ISO 8601 in UTC. */
export type ApiKeyView = {
  id: string;
  name: string;
  hint: string;
  /** Null for a key that may be used for everything. */
  scopes: ApiScope[] | null;
  owner: { id: string; name: string };
  isMine: boolean;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};
