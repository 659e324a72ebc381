"use client";

import { useLocale, useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { healthWord, type MailboxHealth } from "@/lib/domain/mailbox-health";
import { StateLine } from "./state-line";

/** How a mailbox stands and since when, in words; below it what waits and when it is tried again. */
export function MailboxHealthState({ mailbox }: { mailbox: MailboxHealth }) {
  const t = useTranslations("health.state");
  const { words, now } = useViewer();
  const locale = useLocale();
  const second = useSecondLine(mailbox);
  const word = healthWord(mailbox, now);
  const { paths = [], since: refusedSince } = mailbox.refusedFolders ?? {};
  const at = { folders: refusedSince, behind: mailbox.lastSyncedAt };
  const since = words.precise((word === "folders" || word === "behind" ? at[word] : null) ?? mailbox.stateSince);
  const folders = new Intl.ListFormat(locale).format(paths);
  const title = t(`${word}.title`, { since, folders, cap: mailbox.dailyCap ?? 0 });
  return <StateLine word={word} title={title} text={second} />;
}

/** "3 replies wait. Next try 10:58." */
function useSecondLine(mailbox: MailboxHealth): string {
  const state = useTranslations("health.state");
  const t = useTranslations("health.list");
  const { words, now } = useViewer();
  const word = healthWord(mailbox, now);
  const { waitingReplies: count, nextAttemptAt } = mailbox;
  const isStopped = mailbox.state === "failing" || mailbox.state === "disabled";
  const replies = count === 0 ? null : t(isStopped ? "waiting" : "planned", { count });
  const text = state(`${word}.text`);
  if (mailbox.state !== "failing") return [text, replies].filter(Boolean).join(" ");
  const isAhead = nextAttemptAt !== null && Date.parse(nextAttemptAt) > now.getTime();
  const next = isAhead ? t("nextTry", { time: words.precise(nextAttemptAt) }) : t("tryingNow");
  return [replies ?? text, next].join(" ");
}
