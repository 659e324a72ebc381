import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ThreadScreenDe } from "@/components/inbox/thread-screen-de";
import { ThreadScreenEn } from "@/components/inbox/thread-screen-en";
import { requestLocale } from "@/lib/i18n/request-locale";
import { GetThreadInput } from "@/lib/services/threads/schemas";
import { loadListAddress } from "@/lib/url/list-address";
import { InboxPage } from "../inbox-page";

type Props = { params: Promise<{ threadId: string }>; searchParams: Promise<SearchParams> };

/** Each carries the texts of its language, so that only those are fetched. */
const SCREENS = { en: ThreadScreenEn, de: ThreadScreenDe };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { view } = await loadListAddress(searchParams);
  return { title: (await getTranslations("inbox.view"))(view) };
}

export default async function Page({ params, searchParams }: Props) {
  const asked = GetThreadInput.safeParse(await params);
  if (!asked.success) notFound();
  const ThreadScreen = SCREENS[await requestLocale()];
  return (
    <InboxPage searchParams={searchParams} threadId={asked.data.threadId}>
      <ThreadScreen />
    </InboxPage>
  );
}
