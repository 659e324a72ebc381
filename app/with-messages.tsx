import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { MoreMessages } from "@/components/shell/more-messages";
import { pickMessages } from "@/lib/i18n/pick-messages";

/** Sends the browser the texts that what stands inside needs, and no others. A missing one is an error in the console. */
export async function WithMessages({ of: names, children }: { of: readonly string[]; children: ReactNode }) {
  return <MoreMessages messages={pickMessages(await getMessages(), names)}>{children}</MoreMessages>;
}
