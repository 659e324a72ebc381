"use server";

import { createApiKey as createApiKeyVerb } from "@/lib/services/api-keys/create-api-key";
import { revokeApiKey as revokeApiKeyVerb } from "@/lib/services/api-keys/revoke-api-key";
import { CreateApiKeyInput, RevokeApiKeyInput } from "@/lib/services/api-keys/schemas";
import { action } from "./action";

export const createApiKey = action(CreateApiKeyInput, createApiKeyVerb);
export const revokeApiKey = action(RevokeApiKeyInput, revokeApiKeyVerb);
