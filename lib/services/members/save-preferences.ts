import { eq, sql } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { DEFAULT_PREFERENCES, type Preferences } from "@/lib/domain/preferences";
import type { Context } from "@/lib/services/context";
import type { SavePreferencesInput } from "./schemas";

/** Changes how the actor likes to work. Everybody may change their own. @returns all preferences as they are now */
export async function savePreferences({ actor, db }: Context, input: SavePreferencesInput): Promise<Preferences> {
  const [saved] = await db
    .update(members)
    .set({ preferences: sql`${members.preferences} || ${JSON.stringify(input)}::jsonb` })
    .where(eq(members.id, actor.memberId))
    .returning({ preferences: members.preferences });
  return { ...DEFAULT_PREFERENCES, ...saved?.preferences };
}
