"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, CircleSlash, Link2, MailOpen, Mail, Flag, Tag, UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type KeyboardEvent } from "react";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { AnchoredItem, AnchoredMenu } from "@/components/ui/anchored-menu";
import { CategoryMark } from "@/components/ui/category-mark";
import { LatePlanChain } from "@/components/follow-ups/late-plan-chain";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import { filtersQuery } from "@/lib/queries/threads";
import { threadPath } from "@/lib/url/paths";
import { ForwardForm } from "./forward-form";
import { HandOverForm } from "./hand-over-form";
import { frameOf } from "./menu-frame";
import { PersonMenu } from "./person-menu";
import { ResumeMenu } from "./resume-menu";
import { SmartleadItems } from "./smartlead-items";
import { ThreadForm } from "./thread-form";
import { standingsOf } from "./triage-cache";
import { type OpenTriageMenu, useTriageActions } from "./use-triage-actions";
import { WantedItems } from "./wanted-items";
import { UnsubscribeDialog } from "./unsubscribe-dialog";
import { useHaving } from "./use-having";

type MenuProps = { menu: OpenTriageMenu; onClose: () => void };

/** What is chosen from a list for threads: a category, a person, or one of the rarer actions. */
export function TriageMenu(props: MenuProps) {
  if (props.menu.kind === "category") return <CategoryMenu {...props} />;
  const { kind, threadIds } = props.menu;
  if (kind === "assignee") return <PersonMenu {...props} />;
  if (kind === "handOver") return <HandOverForm threadIds={threadIds} onClose={props.onClose} />;
  if (kind === "more") return <MoreMenu {...props} />;
  if (kind === "followUp") return <LatePlanChain threadId={threadIds[0]!} onClose={props.onClose} />;
  if (kind === "resume") return <ResumeMenu threadIds={threadIds} frame={frameOf(props.menu, props.onClose)} />;
  if (kind === "forward") return <ForwardForm threadIds={threadIds} onClose={props.onClose} />;
  if (kind === "unsubscribe") return <UnsubscribeDialog threadIds={threadIds} onClose={props.onClose} />;
  if (kind === "wanted:snooze" || kind === "wanted:reminder") return null;
  return <ThreadForm kind={kind} threadIds={threadIds} onClose={props.onClose} />;
}

/** Number keys choose. For many, each category says how many have it already. */
function CategoryMenu({ menu, onClose }: MenuProps) {
  const t = useTranslations("inbox.menu");
  const { apply } = useTriageActions();
  const { aria } = useCommandKeys("thread.category");
  const { data } = useQuery(filtersQuery());
  const { threadIds } = menu;
  const has = useHaving(threadIds, (each) => each.category?.id ?? null);
  const choices = [...(data?.categories ?? []), null];
  const choose = (categoryId: string | null) => {
    onClose();
    void apply(threadIds, { kind: "category", categoryId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey ? Number(event.key) : -1;
    const category = digit === 0 ? null : choices[digit - 1];
    if (digit < 0 || category === undefined || (category === null && digit !== 0)) return;
    event.preventDefault();
    event.stopPropagation();
    choose(category?.id ?? null);
  };
  return (
    <AnchoredMenu
      {...frameOf(menu, onClose)}
      title={t("category", { count: threadIds.length })}
      {...(aria ? { shortcut: aria } : {})}
      onKeyDown={onKeyDown}
    >
      {choices.map((category, index) => (
        <AnchoredItem
          key={category?.id ?? "none"}
          icon={
            category ? <CategoryMark sentiment={category.sentiment} hue={category.kind} /> : <CircleSlash aria-hidden />
          }
          {...has(category?.id ?? null)}
          shortcut={category === null ? "0" : index < 9 ? String(index + 1) : undefined}
          onSelect={() => choose(category?.id ?? null)}
        >
          {category?.name ?? t("noCategory")}
        </AnchoredItem>
      ))}
    </AnchoredMenu>
  );
}

/** What a thread's bar has no room for. */
function MoreMenu({ menu, onClose }: MenuProps) {
  const t = useTranslations("inbox.menu");
  const triage = useTriageActions();
  const queries = useQueryClient();
  const importantKey = useCommandKeys("thread.important").caps.join(" ") || undefined;
  const categoryKey = useCommandKeys("thread.category").caps.join(" ") || undefined;
  const followUpKey = useCommandKeys("thread.followUp").caps.join(" ") || undefined;
  const { threadIds, anchor } = menu;
  const [standings] = useState(() => standingsOf(queries, threadIds));
  const isUnread = standings.some(({ unreadCount }) => unreadCount > 0);
  const isImportant = standings.every((each) => each.isImportant);
  const copyLink = () => {
    const link = new URL(threadPath(threadIds[0]!), window.location.origin).href;
    void copyText(link).then((isCopied) =>
      isCopied ? toast(t("linkCopied"), { tone: "good" }) : toast(t("linkFailed"), { tone: "bad" }),
    );
  };
  const then = (act: () => void) => () => {
    onClose();
    // The menu still closes itself, and with it whatever opened before.
    setTimeout(act);
  };
  return (
    <AnchoredMenu {...frameOf(menu, onClose)} title={t("more", { count: threadIds.length })}>
      <AnchoredItem
        icon={isUnread ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
        onSelect={then(() => void triage.apply(threadIds, { kind: "read", on: isUnread }))}
      >
        {t(isUnread ? "read" : "unread")}
      </AnchoredItem>
      <AnchoredItem
        icon={<Flag aria-hidden />}
        shortcut={importantKey}
        onSelect={then(() => triage.toggle(threadIds, "important"))}
      >
        {t(isImportant ? "unimportant" : "important")}
      </AnchoredItem>
      <AnchoredItem
        icon={<Tag aria-hidden />}
        shortcut={categoryKey}
        onSelect={then(() => triage.openMenu("category", threadIds, anchor))}
      >
        {t("toCategory")}
      </AnchoredItem>
      <AnchoredItem
        icon={<UserPlus aria-hidden />}
        onSelect={then(() => triage.openMenu("assignee", threadIds, anchor))}
      >
        {t("toPerson")}
      </AnchoredItem>
      {threadIds.length === 1 ? (
        <AnchoredItem
          icon={<CalendarClock aria-hidden />}
          shortcut={followUpKey}
          onSelect={then(() => triage.openMenu("followUp", threadIds, anchor))}
        >
          {t("followUp")}
        </AnchoredItem>
      ) : null}
      <WantedItems threadIds={threadIds} anchor={anchor} then={then} />
      <SmartleadItems menu={menu} then={then} />
      {threadIds.length === 1 ? (
        <AnchoredItem icon={<Link2 aria-hidden />} onSelect={then(copyLink)}>
          {t("copyLink")}
        </AnchoredItem>
      ) : null}
    </AnchoredMenu>
  );
}
