import { CircleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ListLink } from "./list-link";

type NavLinkProps = {
  href: string;
  icon: ReactNode;
  label: string;
  count: number | undefined;
  /** How many of them somebody has to see to. */
  trouble?: number | undefined;
  isTroubled?: boolean;
  isActive: boolean;
};

/** How a line of the navigation looks. */
export const navLinkClass = cn(
  "flex h-control items-center justify-center gap-2 rounded-2 text-13 text-text-2 lg:justify-start lg:px-2 touch:h-10",
  "-outline-offset-2 transition-colors duration-1 hover:bg-hover active:bg-pressed aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-text",
  "[&>svg]:size-[15px] [&>svg]:shrink-0 [&>svg]:stroke-[1.75]",
);

/** One list of the navigation; in the rail its word is read but not drawn. */
export function NavLink({ href, icon, label, isActive, ...figures }: NavLinkProps) {
  return (
    <li>
      <ListLink href={href} title={label} isActive={isActive} className={navLinkClass}>
        {icon}
        <span className="min-w-0 flex-1 truncate max-lg:sr-only">{label}</span>
        <Figures {...figures} />
      </ListLink>
    </li>
  );
}

function Figures({ count, trouble, isTroubled }: Pick<NavLinkProps, "count" | "trouble" | "isTroubled">) {
  const t = useTranslations("shell");
  const format = useFormatter();
  if (isTroubled)
    return (
      <span className="shrink-0 max-lg:sr-only">
        <CircleAlert aria-hidden className="size-3.5 stroke-2 text-bad" />
        <span className="sr-only">{t("needsYou")}</span>
      </span>
    );
  if (!count) return null;
  return (
    <span className="shrink-0 text-12 text-text-3 tabular-nums max-lg:sr-only">
      {trouble ? (
        <span title={t("needYou", { count: trouble })} className="font-medium text-bad">
          <span aria-hidden>{format.number(trouble)}!</span>
          <span className="sr-only">{t("needYou", { count: trouble })}</span> ·{" "}
        </span>
      ) : null}
      {format.number(count)}
    </span>
  );
}
