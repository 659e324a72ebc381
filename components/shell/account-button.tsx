"use client";

import { useTranslations } from "next-intl";
import { late } from "@/components/ui/late";
import { useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { ShellSession } from "./shell-session";

const AccountMenu = late(() => import("./account-menu").then((file) => file.AccountMenu));

/** Who is signed in. Its menu is loaded when somebody comes near it. */
export function AccountButton({ session }: { session: ShellSession }) {
  const t = useTranslations("shell.account");
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={AccountMenu.load}
        onFocus={AccountMenu.load}
        onClick={() => setOpen(!isOpen)}
        // Its menu may still be on its way.
        onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
        className="flex h-8 min-w-0 items-center gap-2 rounded-2 px-1 text-13 hover:bg-hover active:bg-pressed aria-expanded:bg-pressed touch:h-control-touch"
      >
        <Avatar name={session.name} />
        <span className="sr-only">{t("label", { name: session.name })}</span>
        <span aria-hidden className="hidden truncate lg:block">
          {session.name}
        </span>
      </button>
      {isOpen ? <AccountMenu session={session} openAt={button} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
