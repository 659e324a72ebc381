"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { late } from "@/components/ui/late";
import { isOnlyRefused } from "@/lib/domain/mailbox-health";
import { roleMay } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { stoppedMailboxesQuery } from "@/lib/queries/mailboxes";
import { stoppedMailboxesPath } from "@/lib/url/paths";

const StoppedDialog = late(() => import("./stopped-dialog").then((file) => file.StoppedDialog));

/** How many mailboxes have stopped, on every page. It leads who keeps them to their list, and tells everybody else whom to ask. */
export function StoppedBadge({ role, className }: { role: Role; className: string }) {
  const t = useTranslations("health.stopped");
  const { data } = useQuery({ ...stoppedMailboxesQuery(), enabled: roleMay(role, "mailbox.read") });
  const [isOpen, setOpen] = useState(false);
  const failing = data?.mailboxes.filter(({ state }) => state === "failing") ?? [];
  if (!data || failing.length === 0) return null;
  const words = t(failing.every(isOnlyRefused) ? "refused" : "badge", { count: failing.length });
  const content = (
    <>
      <CircleAlert aria-hidden className="size-[15px] shrink-0 stroke-[1.75]" />
      <span className="truncate">{words}</span>
    </>
  );
  const look = cn(
    "flex h-control shrink-0 items-center gap-2 text-12 font-medium text-bad -outline-offset-2 hover:bg-hover active:bg-pressed touch:h-control-touch",
    className,
  );
  if (roleMay(role, "mailbox.manage"))
    return (
      <Link href={stoppedMailboxesPath} prefetch={false} title={words} className={look}>
        {content}
      </Link>
    );
  return (
    <>
      <button
        type="button"
        title={words}
        aria-haspopup="dialog"
        onPointerEnter={StoppedDialog.load}
        onFocus={StoppedDialog.load}
        onClick={() => setOpen(true)}
        className={look}
      >
        {content}
      </button>
      {isOpen ? <StoppedDialog failing={failing} keepers={data.keepers} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
