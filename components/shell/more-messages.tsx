"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { mergeMessages } from "./merge-messages";

type Messages = ReturnType<typeof useMessages>;

/** Adds texts to those that the page has from further out. */
export function MoreMessages({ messages, children }: { messages: Messages; children: ReactNode }) {
  const locale = useLocale();
  const known = useMessages();
  const all = useMemo(() => mergeMessages(known, messages), [known, messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
