"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { paths } from "@/lib/url/paths";
import { NavLink } from "./nav-link";
import { usePanes } from "./panes-provider";
import { type NavSection, type SectionEntry, useNavSections } from "./use-nav-sections";

/** Of more entries than these only those are shown at first in which something waits. */
const FEW = 8;

type Props = { active: string | null; mayManageMailboxes: boolean };

/** Categories, campaigns and mailboxes, below the views from 1024 px on. */
export function NavSections({ active, mayManageMailboxes }: Props) {
  const sections = useNavSections();
  return sections.map((section) => {
    const { name, entries } = section;
    if (name === "campaigns") return <Campaigns key={name} section={section} active={active} />;
    const troubled = entries.filter(({ isTroubled }) => isTroubled).length;
    return (
      <Section key={name} name={name} note={<Troubled count={troubled} isLink={mayManageMailboxes} />}>
        <Entries entries={entries} active={active} isShort={name === "mailboxes"} />
      </Section>
    );
  });
}

function Section({ name, note, children }: { name: NavSection["name"]; note?: ReactNode; children: ReactNode }) {
  const t = useTranslations("shell.sections");
  return (
    <section aria-labelledby={`nav-${name}`} className="mt-3 hidden lg:block">
      <div className="flex h-6 items-center justify-between px-2 text-12 font-medium text-text-2">
        <h2 id={`nav-${name}`}>{t(name)}</h2>
        {note}
      </div>
      {children}
    </section>
  );
}

function Campaigns({ section, active }: { section: NavSection; active: string | null }) {
  const t = useTranslations("shell.sections");
  const { panes, change } = usePanes();
  const isShown = panes.areCampaignsShown;
  return (
    <section aria-labelledby="nav-campaigns" className="mt-3 hidden lg:block">
      <h2 id="nav-campaigns" className="text-12 font-medium text-text-2">
        <button
          type="button"
          aria-expanded={isShown}
          onClick={() => change({ areCampaignsShown: !isShown })}
          className="flex h-6 w-full items-center justify-between rounded-2 px-2 -outline-offset-2 hover:bg-hover active:bg-pressed"
        >
          {t("campaigns")}
          <ChevronDown aria-hidden className={cn("size-3.5 stroke-2", !isShown && "-rotate-90")} />
        </button>
      </h2>
      {isShown ? <Entries entries={section.entries} active={active} isShort /> : null}
    </section>
  );
}

function Entries({ entries, active, isShort }: { entries: SectionEntry[]; active: string | null; isShort: boolean }) {
  const t = useTranslations("shell");
  const [isWhole, setWhole] = useState(false);
  const isCut = isShort && !isWhole && entries.length > FEW;
  const shown = isCut ? entries.filter((entry) => entry.count || entry.isTroubled || entry.key === active) : entries;
  return (
    <>
      <ul className="flex flex-col gap-px">
        {shown.map(({ key, href, label, mark, count, isTroubled }) => (
          <NavLink
            key={key}
            href={href}
            icon={mark}
            label={label}
            count={count}
            isTroubled={isTroubled}
            isActive={active === key}
          />
        ))}
      </ul>
      {shown.length < entries.length ? (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="flex h-control w-full items-center rounded-2 px-2 pl-[1.9375rem] text-12 text-text-3 -outline-offset-2 hover:bg-hover hover:text-text touch:h-10"
        >
          {t("all", { count: entries.length })}
        </button>
      ) : null}
    </>
  );
}

function Troubled({ count, isLink }: { count: number; isLink: boolean }) {
  const t = useTranslations("shell");
  if (count === 0) return null;
  const text = t("needYou", { count });
  if (!isLink) return <span className="text-warn">{text}</span>;
  return (
    <Link href={paths.mailboxes} prefetch={false} className="text-warn underline-offset-2 hover:underline">
      {text}
    </Link>
  );
}
