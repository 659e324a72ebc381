"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { enableMailbox, testMailbox } from "@/lib/actions/mailboxes";
import { healthWord, type MailboxHealth } from "@/lib/domain/mailbox-health";
import { asksProvider } from "@/lib/domain/mailbox-state-word";
import { mailboxPath, oauthStartPath, reconnectPath } from "@/lib/url/paths";
import { useViewer } from "@/components/inbox/viewer";
import { useRowAction } from "./use-row-action";

/** What can be done about a mailbox that is not well, at its place in the list. */
export function MailboxWaysOut({ mailbox }: { mailbox: MailboxHealth }) {
  const t = useTranslations("health.list");
  const router = useRouter();
  const { now } = useViewer();
  const { pending, run } = useRowAction();
  const { id: mailboxId, address, state, signIn } = mailbox;
  // The steps of a test are seen on the mailbox's own page.
  const test = () =>
    run(
      () => testMailbox({ mailboxId }),
      ({ testId }) => router.push(`${mailboxPath(mailboxId)}?test=${testId}`),
    );
  const line = "relative flex items-center gap-1 lg:justify-end";
  if (state === "disabled")
    return (
      <div className={line}>
        <Button
          size="sm"
          pending={pending}
          aria-label={t("useAgainOf", { address })}
          onClick={() =>
            run(
              () => enableMailbox({ mailboxId }),
              () => router.refresh(),
            )
          }
        >
          {t("useAgain")}
        </Button>
      </div>
    );
  const isUnsigned = asksProvider(mailbox);
  const word = healthWord(mailbox, now);
  if (state !== "failing" && !isUnsigned && word !== "behind" && word !== "folders") return null;
  return (
    <div className={line}>
      {isUnsigned ? (
        <a
          href={oauthStartPath(mailboxId)}
          aria-label={t("signInOf", { address, provider: signIn })}
          className={buttonClass({ size: "sm" })}
        >
          {t("signIn", { provider: signIn })}
        </a>
      ) : state === "failing" ? (
        <Link
          href={reconnectPath(mailboxId)}
          aria-label={t("reconnectOf", { address })}
          className={buttonClass({ size: "sm" })}
        >
          {t("reconnect")}
        </Link>
      ) : word === "folders" ? (
        <Link
          href={mailboxPath(mailboxId)}
          aria-label={t("foldersOf", { address })}
          className={buttonClass({ size: "sm" })}
        >
          {t("folders")}
        </Link>
      ) : null}
      <Button size="sm" variant="quiet" pending={pending} aria-label={t("testAgainOf", { address })} onClick={test}>
        {t("testAgain")}
      </Button>
    </div>
  );
}
