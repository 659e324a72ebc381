"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { enableMailbox, testMailbox } from "@/lib/actions/mailboxes";
import { editMailboxPath, oauthStartPath, paths } from "@/lib/url/paths";
import { useDetailWords } from "./detail-words";
import { LeaveMailbox } from "./leave-mailbox";
import { asksProvider, stateWord } from "@/lib/domain/mailbox-state-word";
import type { MailboxItem } from "./mailbox-item";
import { MailboxState } from "./mailbox-state";
import { MailboxTest } from "./mailbox-test";
import { OauthOutcome } from "./oauth-outcome";
import { useRowAction } from "./use-row-action";

type MailboxDetailProps = {
  mailbox: MailboxItem;
  firstTestId: string | null;
  /** How the way to its provider's sign-in ended, if somebody comes from there. */
  outcome: string | undefined;
};

/** One mailbox beside the list: its state and the ways out, the last test's steps, its settings. */
export function MailboxDetail({ mailbox, firstTestId, outcome }: MailboxDetailProps) {
  const t = useTranslations("settings.mailboxes");
  const common = useTranslations("common");
  const detailWords = useDetailWords();
  const [testId, setTestId] = useState(firstTestId);
  return (
    <aside
      aria-label={mailbox.address}
      className="flex w-full shrink-0 flex-col border-l border-line bg-surface-2 max-xl:flex-1 xl:w-detail"
    >
      <header className="flex h-bar shrink-0 items-center gap-2 border-b border-line px-4">
        <MailboxSquare colour={mailbox.colour} />
        <h2 className="min-w-0 flex-1 truncate text-14 font-strong tracking-tight">{mailbox.address}</h2>
        <Link
          href={paths.mailboxes}
          aria-label={common("close")}
          className="inline-flex size-control items-center justify-center rounded-2 text-text-2 hover:bg-hover touch:size-control-touch"
        >
          <X aria-hidden className="size-[15px] stroke-[1.75]" />
        </Link>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <OauthOutcome kind={outcome} />
        <Section>
          <MailboxState mailbox={mailbox} />
          {mailbox.stateDetail ? (
            <p className="mt-2 pl-6 text-12 break-words text-text-2">{detailWords(mailbox.stateDetail)}</p>
          ) : null}
          <MailboxActions mailbox={mailbox} onTest={setTestId} />
        </Section>
        {testId ? <MailboxTest testId={testId} /> : null}
        <Servers mailbox={mailbox} />
        <Section title={t("signature")}>
          {mailbox.signatureHtml ? (
            <p className="whitespace-pre-line">{plainOf(mailbox.signatureHtml)}</p>
          ) : (
            <p className="text-text-3">{t("noSignature")}</p>
          )}
        </Section>
      </div>
    </aside>
  );
}

function MailboxActions({ mailbox, onTest }: { mailbox: MailboxItem; onTest: (testId: string) => void }) {
  const t = useTranslations("settings.mailboxes");
  const words = useTranslations("mailbox");
  const router = useRouter();
  const { pending, run } = useRowAction();
  const input = { mailboxId: mailbox.id };
  const test = () =>
    run(
      () => testMailbox(input),
      ({ testId }) => onTest(testId),
    );
  const enable = () =>
    run(
      () => enableMailbox(input),
      () => router.refresh(),
    );
  const settings = (
    <Link href={editMailboxPath(mailbox.id)} className={buttonClass()}>
      {words("settings.open")}
    </Link>
  );
  if (mailbox.engine !== "smtp" && mailbox.state !== "disabled") return <div className="mt-3">{settings}</div>;
  const leaving = { mailbox, onDone: () => router.refresh() };
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <SignInLink mailbox={mailbox} />
      {mailbox.state === "disabled" ? (
        <Button variant="primary" pending={pending} onClick={enable}>
          {t("enable")}
        </Button>
      ) : (
        <Button pending={pending} onClick={test}>
          {t("test")}
        </Button>
      )}
      {settings}
      {mailbox.state === "disabled" ? null : <LeaveMailbox kind="disable" {...leaving} />}
      <LeaveMailbox kind="remove" mailbox={mailbox} onDone={() => router.push(paths.mailboxes)} />
    </div>
  );
}

/** The way to the provider, for a mailbox that waits for somebody to sign in there. Not the app's own router's to follow. */
function SignInLink({ mailbox }: { mailbox: MailboxItem }) {
  const t = useTranslations("mailbox.signIn");
  if (!asksProvider(mailbox)) return null;
  return (
    <a href={oauthStartPath(mailbox.id)} className={buttonClass({ variant: "primary" })}>
      {t(stateWord(mailbox) === "unsigned" ? "begin" : "again", { provider: mailbox.signIn })}
    </a>
  );
}

function Servers({ mailbox }: { mailbox: MailboxItem }) {
  const t = useTranslations("settings.mailboxes");
  if (mailbox.engine !== "smtp") return null;
  const server = (host: string | null, port: number | null, security: string | null) =>
    `${host}:${port}, ${security === "none" ? t("unencrypted") : t(`security.${security === "starttls" ? security : "tls"}`)}`;
  return (
    <Section title={t("servers")}>
      <dl className="grid grid-cols-[6.5rem_1fr] gap-x-2 gap-y-1.5 [&_dd]:break-words [&_dt]:text-text-3">
        <dt>{t("displayName")}</dt>
        <dd>{mailbox.displayName || t("noName")}</dd>
        <dt>{t("imap")}</dt>
        <dd>{server(mailbox.imapHost, mailbox.imapPort, mailbox.imapSecurity)}</dd>
        <dt>{t("smtp")}</dt>
        <dd>{server(mailbox.smtpHost, mailbox.smtpPort, mailbox.smtpSecurity)}</dd>
        <dt>{t("user")}</dt>
        <dd>{mailbox.imapUser}</dd>
      </dl>
    </Section>
  );
}

function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-4">
      {title ? <h3 className="mb-2 text-12 text-text-3">{title}</h3> : null}
      {children}
    </section>
  );
}

/** A signature's words for a preview; its markup is never put into this page. */
const plainOf = (html: string): string =>
  html
    .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
