import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { savePreferences } from "@/lib/actions/members";
import { isPreset, LONGEST_PRESET, MOST_PRESETS } from "@/lib/domain/own-presets";
import { DEFAULT_PREFERENCES } from "@/lib/domain/preferences";
import { preferencesQuery } from "@/lib/queries/preferences";

export type OwnPresets = ReturnType<typeof useOwnPresets>;

/** The times in words that the person keeps: shown at once as they will be, and as they were when the server refuses. */
export function useOwnPresets() {
  const t = useTranslations("composer.schedule.own");
  const queries = useQueryClient();
  const { queryKey } = preferencesQuery();
  const { data: { schedulePresets: kept } = DEFAULT_PREFERENCES } = useQuery(preferencesQuery());
  const put = (schedulePresets: string[]) =>
    queries.setQueryData(queryKey, (known = DEFAULT_PREFERENCES) => ({ ...known, schedulePresets }));
  const save = async (next: string[], said: string, undo?: () => void) => {
    put(next);
    const answer = await savePreferences({ schedulePresets: next }).catch(() => null);
    if (answer?.ok)
      return void toast(said, { id: "presets", ...(undo ? { action: { label: t("undo"), onPress: undo } } : {}) });
    put(kept);
    toast(t("failed"), { tone: "bad", id: "presets" });
  };
  const tidied = (words: string) => words.trim().replace(/\s+/g, " ");
  return {
    kept,
    mayKeep: (typed: string) => {
      const words = tidied(typed);
      return kept.length < MOST_PRESETS && words.length <= LONGEST_PRESET && !kept.includes(words) && isPreset(words);
    },
    keep: (typed: string) => save([...kept, tidied(typed)], t("kept", { words: tidied(typed) })),
    forget: (words: string) =>
      save(
        kept.filter((each) => each !== words),
        t("forgotten", { words }),
        () => void save(kept, t("kept", { words })),
      ),
  };
}
