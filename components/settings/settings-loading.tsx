import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["w-1/2", "w-2/5", "w-3/5", "w-1/3"];

/** The shape of a settings table while it is read. */
export function SettingsLoading() {
  const t = useTranslations("common");
  return (
    <div aria-busy className="flex min-w-0 flex-1 flex-col">
      <output className="sr-only">{t("loading")}</output>
      <div className="flex h-bar items-center border-b border-line px-4 lg:px-5">
        <Skeleton className="h-3 w-32" />
      </div>
      {ROWS.map((width) => (
        <div key={width} className="flex h-13 flex-col justify-center gap-2 border-b border-line px-4 lg:px-5">
          <Skeleton className={width} />
          <Skeleton className="w-1/4" />
        </div>
      ))}
    </div>
  );
}
