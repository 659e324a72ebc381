"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useViewer } from "@/components/inbox/viewer";
import { failingWord } from "@/lib/domain/mailbox-state-word";
import { roleMay } from "@/lib/domain/permissions";
import { mailboxPath } from "@/lib/url/paths";
import { useStoppedMailbox } from "./use-stopped-mailbox";

/** Says above the composer that the thread's mailbox has stopped and what becomes of a reply. Nothing is taken away by it. */
export function MailboxNote({ mailboxId }: { mailboxId: string }) {
  const t = useTranslations("health.thread");
  const { viewer, words } = useViewer();
  const mailbox = useStoppedMailbox(mailboxId);
  return (
    <output className="block empty:hidden">
      {mailbox ? (
        <p className="flex items-start gap-2 border-t border-line px-3 py-2 text-12 text-warn">
          <CloudOff aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
          <span className="min-w-0 break-words">
            {t(wordOf(mailbox), { address: mailbox.address, since: words.precise(mailbox.since) })}{" "}
            {roleMay(viewer.role, "mailbox.manage") ? (
              <Link href={mailboxPath(mailboxId)} prefetch={false} className="underline underline-offset-2">
                {t("open")}
              </Link>
            ) : null}
          </span>
        </p>
      ) : null}
    </output>
  );
}

type Stopped = { state: "failing" | "disabled"; signIn: Parameters<typeof failingWord>[0]; reason: string | null };

/** Only what is refused for certain holds a reply back; all else is tried. */
function wordOf({ state, signIn, reason }: Stopped): "disabled" | "auth" | "permission" | "sending" | "network" {
  if (state === "disabled") return "disabled";
  const word = failingWord(signIn, reason);
  if (word === "failing_auth") return "auth";
  if (word === "failing_sending") return "sending";
  return word === "failing_permission" ? "permission" : "network";
}
