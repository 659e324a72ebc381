import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { InboxScreen } from "@/components/inbox/inbox-screen";
import { loadListAddress } from "@/lib/url/list-address";
import { InboxPage } from "./inbox-page";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { view } = await loadListAddress(searchParams);
  return { title: (await getTranslations("inbox.view"))(view) };
}

export default function Page({ searchParams }: Props) {
  return (
    <InboxPage searchParams={searchParams} threadId={null}>
      <InboxScreen />
    </InboxPage>
  );
}
