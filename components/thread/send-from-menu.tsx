"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import { sendersQuery } from "@/lib/queries/replies";

type Props = {
  replyId: string;
  /** What is said of when it leaves. */
  note: string;
  trigger: ReactElement<Record<string, unknown>>;
  onChoose: (mailboxId: string) => void;
};

/** The mailboxes that a reply could leave from instead; they are read when the menu opens. */
export function SendFromMenu({ trigger, ...rest }: Props) {
  return (
    <Menu trigger={trigger} side="top">
      <Senders {...rest} />
    </Menu>
  );
}

function Senders({ replyId, note, onChoose }: Omit<Props, "trigger">) {
  const t = useTranslations("composer.reply.senders");
  const { data: senders, isError } = useQuery(sendersQuery(replyId));
  if (!senders)
    return (
      <MenuItem disabled onSelect={() => undefined}>
        {isError ? t("failed") : <Loading />}
      </MenuItem>
    );
  if (senders.length === 0)
    return (
      <MenuItem disabled onSelect={() => undefined}>
        {t("none")}
      </MenuItem>
    );
  return (
    <MenuGroup label={note}>
      {senders.map(({ id, address, colour }) => (
        <MenuItem key={id} icon={<MailboxSquare colour={colour} />} onSelect={() => onChoose(id)}>
          <span className="[overflow-wrap:anywhere]">{t("sendFrom", { address })}</span>
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

function Loading() {
  const t = useTranslations("composer.reply.senders");
  return (
    <>
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="w-40" />
    </>
  );
}
