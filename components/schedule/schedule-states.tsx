import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { paths } from "@/lib/url/paths";

/** The shape of lanes that are being read. */
export const ScheduleSkeleton = () => (
  <div aria-hidden className="min-h-0 flex-1 overflow-hidden">
    {Array.from({ length: 6 }, (_, lane) => (
      <div key={lane} className="flex h-24 items-start gap-6 border-b border-line p-3">
        <Skeleton className="w-24" />
        <Skeleton className={lane % 2 ? "ml-16 w-32" : "ml-40 w-40"} />
        <Skeleton className="mt-6 w-36 max-md:hidden" />
        <Skeleton className="mt-3 ml-20 w-28 max-md:hidden" />
      </div>
    ))}
  </div>
);

/** A calendar that could not be read says so in its own place. */
export function FailedSchedule({ code, onAgain }: { code: string; onAgain: () => void }) {
  const t = useTranslations("schedule.failed");
  const known = ["unreachable", "unauthenticated"].find((each) => each === code) as "unreachable" | undefined;
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("title")}
      className="my-auto"
      actions={
        code === "unauthenticated" ? (
          <a href={paths.signIn} className={buttonClass()}>
            {t("signIn")}
          </a>
        ) : (
          <Button onClick={onAgain}>{t("again")}</Button>
        )
      }
    >
      {t(known ?? "other")}
    </EmptyState>
  );
}
