import { useMay } from "./use-may";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { MailboxTrouble, StoppedMailbox } from "@/lib/domain/mailbox-health";
import { roleMay } from "@/lib/domain/permissions";
import { stoppedMailboxesQuery } from "@/lib/queries/mailboxes";
import { stoppedMailboxesPath } from "@/lib/url/paths";
import { keepKnownStops, mailboxNotices, readKnownStops, type KnownStops } from "./mailbox-notices";
import { isAppFocused, isDesktopAllowed, showOnDesktop } from "./notify-arrival";
import { useStoppedWords } from "./use-stopped-words";
import { useViewer } from "./viewer";

/** Tells when a mailbox stops, or may not send, on the page and on the desktop, and on the page when it is back: once a stop and browser. */
export function useMailboxNotices(): void {
  const { viewer } = useViewer();
  const { data } = useQuery({ ...stoppedMailboxesQuery(), enabled: useMay("mailbox.read") });
  const known = useRef<KnownStops | null>(null);
  const say = useNoticeWords();
  const take = useEffectEvent((trouble: MailboxTrouble) => {
    const told = readKnownStops(viewer.id);
    const notices = mailboxNotices(known.current ?? told, trouble);
    known.current = notices.known;
    if (notices.stopped.length > 0) say.failing("stopped", notices.stopped);
    if (notices.refused.length > 0) say.failing("refused", notices.refused);
    if (notices.back.length > 0) say.back(notices.back);
    // Another page of this browser may have told it on the desktop.
    const isUntold = ({ id }: StoppedMailbox) => !(id in told);
    keepKnownStops(viewer.id, notices.known);
    if (!viewer.preferences.notify) return;
    void say.onDesktop("stopped", notices.stopped.filter(isUntold));
    void say.onDesktop("refused", notices.refused.filter(isUntold));
  });
  useEffect(() => {
    if (data) take(data);
  }, [data]);
}

/** What has become of a mailbox: it is not read, or it is read and may not send. */
type Trouble = "stopped" | "refused";

function useNoticeWords() {
  const t = useTranslations("health.notice");
  const why = useStoppedWords();
  const router = useRouter();
  const { viewer } = useViewer();
  const isKeeper = roleMay(viewer.role, "mailbox.manage");
  const open = () => router.push(stoppedMailboxesPath);
  const titleOf = (trouble: Trouble, failing: StoppedMailbox[]) =>
    t(trouble, { count: failing.length, address: failing[0]!.address });
  const textOf = (stopped: StoppedMailbox[]) => (stopped.length === 1 ? why(stopped[0]!) : undefined);
  return {
    failing: (trouble: Trouble, stopped: StoppedMailbox[]) => {
      const description = textOf(stopped);
      toast(titleOf(trouble, stopped), {
        tone: "bad",
        ...(description ? { description } : {}),
        ...(isKeeper ? { action: { label: t("open"), onPress: open, isUndo: false } } : {}),
      });
    },
    back: (addresses: string[]) =>
      void toast(t("back", { count: addresses.length, address: addresses[0]! }), {
        tone: "good",
        description: t("backText"),
      }),
    onDesktop: async (trouble: Trouble, stopped: StoppedMailbox[]) => {
      if (stopped.length === 0 || !isDesktopAllowed() || (await isAppFocused())) return;
      const tag = `mailboxes-${stopped.map(({ id }) => id).join("-")}`;
      showOnDesktop({ title: titleOf(trouble, stopped), body: textOf(stopped) ?? "", tag }, () => {
        if (isKeeper) open();
      });
    },
  };
}
