"use client";

import { useTranslations } from "next-intl";
import { stateWord } from "@/lib/domain/mailbox-state-word";
import type { MailboxItem } from "./mailbox-item";
import { StateLine } from "./state-line";

/** How a mailbox is, and what follows from it. */
export function MailboxState({ mailbox }: { mailbox: MailboxItem }) {
  const t = useTranslations("settings.mailboxes.state");
  const word = stateWord(mailbox);
  return <StateLine word={word} title={t(`${word}.title`)} text={t(`${word}.text`)} />;
}
