"use client";

import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";
import type { MailboxSignIn } from "@/lib/domain/mailbox-sign-in";
import type { ServerGuess } from "@/lib/services/mailboxes/schemas";

type Props = {
  guess: ServerGuess | undefined;
  isAsking: boolean;
  hasFailed: boolean;
  /** How the mailbox shall sign in: who is led to the provider needs to know nothing of passwords. */
  signIn: MailboxSignIn;
};

/** Says where the servers come from that stand in the form, and what their provider wants of a person. */
export function ServerGuessWords({ guess, isAsking, hasFailed, signIn }: Props) {
  const t = useTranslations("mailbox.guess");
  const provider = guess?.provider;
  const hint = signIn === "password" ? provider?.hint : null;
  return (
    <output className="flex min-h-5 flex-col gap-1 text-12 text-text-2">
      {isAsking ? (
        <span className="flex items-center gap-2">
          <Spinner />
          {t("asking")}
        </span>
      ) : null}
      {hasFailed || guess?.source === null ? <span>{t("none")}</span> : null}
      {guess?.source && guess.imap ? <span>{t(guess.source, { name: provider?.name ?? "" })}</span> : null}
      {provider && hint ? <span>{t(`hint.${hint}`, { name: provider.name, link: provider.link ?? "" })}</span> : null}
    </output>
  );
}
