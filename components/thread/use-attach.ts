import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { attach, detach } from "@/lib/actions/threads";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import { threadKeys } from "@/lib/queries/threads";

const REASONS = ["thread_has_lead", "address_of_lead", "changed_since"] as const;

/** Attaches a stranger's thread to a lead, with Undo, and takes that back. What comes of it is read again from the server. */
export function useAttach(threadId: number) {
  const t = useTranslations("thread.attach");
  const queries = useQueryClient();
  const readAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: threadKeys.thread(threadId) }),
      queries.invalidateQueries({ queryKey: threadKeys.lists }),
      queries.invalidateQueries({ queryKey: threadKeys.counts }),
    ]);
  const refuse = (reason: string | undefined) =>
    void toast(t(`failed.${REASONS.find((known) => known === reason) ?? "other"}`), { tone: "bad" });
  const takeBack = async (leadId: string) => {
    const answer = await detach({ threadId, leadId }).catch(() => null);
    if (!answer?.ok) return refuse(answer?.error.reason);
    toast(t("undone"));
    await readAgain();
  };
  const attaching = useMutation({
    mutationFn: async (lead: LeadOffer) => {
      const answer = await attach({ threadId, leadId: lead.id }).catch(() => null);
      if (!answer?.ok) return refuse(answer?.error.reason);
      toast(t("done", { name: lead.name || lead.email }), {
        tone: "good",
        action: { label: t("undo"), onPress: () => void takeBack(lead.id) },
      });
      await readAgain();
    },
  });
  return { attach: attaching, takeBack: useMutation({ mutationFn: takeBack }) };
}
