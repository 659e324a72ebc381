import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { paths } from "@/lib/url/paths";

type SettingsPaneProps = {
  title: string;
  /** Beside the title: how many there are. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Where the arrow on a phone leads; the index of the settings if absent. */
  back?: string;
  className?: string;
  children: ReactNode;
};

/** The bar of a settings page and what scrolls below it. */
export function SettingsPane({ title, note, actions, back = paths.settings, className, children }: SettingsPaneProps) {
  const t = useTranslations("settings");
  return (
    <section data-pane="page" className="flex min-w-0 flex-1 flex-col" aria-labelledby="pane-title">
      {/* On a phone actions that do not fit stand below the title, which is never cut for them. */}
      <header className="flex h-bar shrink-0 items-center gap-2 border-b border-line px-4 max-md:h-auto max-md:min-h-bar max-md:flex-wrap max-md:gap-y-1 max-md:py-1.5 lg:px-5 md:touch:h-14">
        <Link
          href={back}
          aria-label={t("back")}
          className="-ml-2 inline-flex size-control items-center justify-center rounded-2 text-text-2 hover:bg-hover md:hidden touch:size-control-touch"
        >
          <ChevronLeft aria-hidden className="size-5 stroke-[1.75]" />
        </Link>
        <h1 id="pane-title" className="truncate text-16 font-strong tracking-tight">
          {title}
        </h1>
        {note ? <span className="shrink-0 text-13 text-text-3 tabular-nums">{note}</span> : null}
        <div className="ml-auto flex shrink-0 items-center gap-2 max-md:shrink max-md:flex-wrap max-md:justify-end">
          {actions}
        </div>
      </header>
      <div className={cn("min-h-0 flex-1 overflow-y-auto", className)}>{children}</div>
    </section>
  );
}
