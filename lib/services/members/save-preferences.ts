import { eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members } from "@/lib/db/schema";
import { isPreset } from "@/lib/domain/own-presets";
import { DEFAULT_PREFERENCES, type Preferences } from "@/lib/domain/preferences";
import type { Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { SavePreferencesInput } from "./schemas";

/**
 * Changes how the actor likes to work. Everybody may change their own.
 * @returns all preferences as they are now
 * @throws AppError `unprocessable` (preset: words that are no time)
 */
export async function savePreferences({ actor, db }: Context, input: SavePreferencesInput): Promise<Preferences> {
  if (input.schedulePresets?.some((words) => !isPreset(words)))
    throw new AppError("unprocessable", { reason: "preset" });
  const [saved] = await db
    .update(members)
    .set({ preferences: sql`${members.preferences} || ${JSON.stringify(input)}::jsonb` })
    .where(eq(members.id, actor.memberId))
    .returning({ preferences: members.preferences });
  await record(db, actor, "member.preferences_saved", {
    subjectId: actor.memberId,
    data: { fields: Object.keys(input) },
  });
  return { ...DEFAULT_PREFERENCES, ...saved?.preferences };
}
