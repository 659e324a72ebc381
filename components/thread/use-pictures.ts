import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import { hideImages, showImages } from "@/lib/actions/images";
import { savePreferences } from "@/lib/actions/members";
import { preferencesQuery } from "@/lib/queries/preferences";
import { threadKeys } from "@/lib/queries/threads";

type Wish = "message" | "sender" | "always" | "none";

/** Lets pictures of other servers be loaded into a message, or takes it back; threads are then read anew. */
export function usePictures(messageId: string) {
  const t = useTranslations("thread.pictures");
  const queries = useQueryClient();
  const [isPending, start] = useTransition();
  const order = async (wish: Wish): Promise<boolean> => {
    if (wish === "none") return (await hideImages({ messageId })).ok;
    if (wish !== "always") return (await showImages({ messageId, scope: wish })).ok;
    const { queryKey } = preferencesQuery();
    const saved = await savePreferences({ images: wish });
    if (saved.ok) queries.setQueryData(queryKey, saved.data);
    return saved.ok;
  };
  const want = (wish: Wish) =>
    start(async () => {
      const isDone = await order(wish).catch(() => false);
      if (isDone) await queries.invalidateQueries({ queryKey: threadKeys.threads });
      else toast(t("failed"), { tone: "bad" });
    });
  return { want, isPending };
}
