import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import type { PersonLoad } from "@/lib/domain/schedule-item";
import type { Lane } from "./lanes-of";

/** How wide the head of a lane is, in px. */
export const HEAD_PX = 132;

/** Whose lane it is: a square and an address, or a person. */
export function LaneHead({ lane: { mailbox, person }, load }: { lane: Lane; load: PersonLoad | undefined }) {
  const t = useTranslations("schedule");
  const [local = "", domain = ""] = (mailbox?.address ?? "").split("@");
  return (
    <div style={{ width: HEAD_PX }} className="sticky left-0 z-1 flex shrink-0 items-start gap-2 bg-surface px-3 py-2">
      {mailbox ? (
        <MailboxSquare colour={mailbox.colour} className="mt-1.5" />
      ) : (
        <UserRound aria-hidden className="mt-0.5 size-3.5 shrink-0 stroke-[1.75] text-text-3" />
      )}
      <div className="min-w-0" title={mailbox?.address ?? person?.name}>
        {/* What tells mailboxes of one domain from one another stands before the @. */}
        <p className="line-clamp-2 font-medium [overflow-wrap:anywhere]">
          <SoftBreaks text={mailbox ? local : (person?.name ?? t("nobody"))} />
        </p>
        {mailbox ? <p className="truncate text-12 text-text-3">@{domain}</p> : null}
        {mailbox || load ? null : <p className="text-12 text-text-3">{t("laneOfPerson")}</p>}
        {load && load.unplanned > 0 ? (
          <p className="text-12 text-warn">{t("unplanned", { count: load.unplanned })}</p>
        ) : null}
        {mailbox?.isStopped ? <p className="text-12 text-bad">{t("stopped")}</p> : null}
      </div>
    </div>
  );
}
