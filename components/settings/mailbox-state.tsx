"use client";

import { useTranslations } from "next-intl";
import { isUnproven, stateWord } from "@/lib/domain/mailbox-state-word";
import type { MailboxItem } from "./mailbox-item";
import { StateLine } from "./state-line";

/** How a mailbox is, and what follows from it. */
export function MailboxState({ mailbox }: { mailbox: MailboxItem }) {
  const t = useTranslations("settings.mailboxes.state");
  const word = stateWord(mailbox);
  const text = isUnproven(mailbox) ? t("neverSignedIn") : t(`${word}.text`);
  return <StateLine word={word} title={t(`${word}.title`)} text={text} />;
}
