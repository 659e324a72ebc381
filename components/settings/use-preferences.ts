import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { savePreferences } from "@/lib/actions/members";
import { DEFAULT_PREFERENCES, type Preferences } from "@/lib/domain/preferences";
import { preferencesQuery } from "@/lib/queries/preferences";

/** How one likes to work. A change counts in the whole app at once and is saved; what the server refuses is as it was. */
export function usePreferences() {
  const t = useTranslations("settings.preferences");
  const common = useTranslations("common");
  const queries = useQueryClient();
  const { queryKey } = preferencesQuery();
  const { data: preferences = DEFAULT_PREFERENCES } = useQuery(preferencesQuery());
  const put = (changed: Partial<Preferences>) =>
    queries.setQueryData(queryKey, (known = DEFAULT_PREFERENCES) => ({ ...known, ...changed }));
  const change = async (changed: Partial<Preferences>): Promise<void> => {
    const before = Object.fromEntries(
      Object.keys(changed).map((name) => [name, preferences[name as keyof Preferences]]),
    );
    put(changed);
    const answer = await savePreferences(changed).catch(() => null);
    if (answer?.ok) return void toast(common("saved"), { id: "preferences" });
    put(before);
    toast(t("failed"), { tone: "bad", id: "preferences" });
  };
  return { preferences, change };
}
