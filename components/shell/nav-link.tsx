import Link from "next/link";
import { useFormatter } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { NavItem } from "./nav-items";

type NavLinkProps = { item: NavItem; label: string; count: number | undefined; isActive: boolean };

/** One list of the navigation; in the rail its word is read but not drawn. */
export function NavLink({ item, label, count, isActive }: NavLinkProps) {
  const format = useFormatter();
  return (
    <li>
      <Link
        href={item.href}
        title={label}
        aria-current={isActive ? "page" : undefined}
        className={cn(
          "flex h-control items-center justify-center gap-2 rounded-2 text-13 text-text-2 lg:justify-start lg:px-2 touch:h-10",
          "transition-colors duration-1 hover:bg-hover active:bg-pressed aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-text",
        )}
      >
        <item.icon aria-hidden className="size-[15px] shrink-0 stroke-[1.75]" />
        <span className="sr-only min-w-0 flex-1 truncate lg:not-sr-only">{label}</span>
        {count ? (
          <span className="sr-only text-12 text-text-3 tabular-nums lg:not-sr-only">
            {count >= 1000 ? "999+" : format.number(count)}
          </span>
        ) : null}
      </Link>
    </li>
  );
}
