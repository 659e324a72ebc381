import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { paths } from "@/lib/url/paths";

/** The shapes of a thread that is being read. */
export function ThreadSkeleton() {
  return (
    <div aria-hidden className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-bar items-center border-b border-line px-4">
        <Skeleton className="h-3 w-48" />
      </div>
      {[3, 2].map((lines) => (
        <div key={lines} className="flex flex-col gap-2.5 border-b border-line px-4 py-3">
          <span className="flex items-center gap-2">
            <Skeleton className="size-6 rounded-full" />
            <Skeleton className="w-40" />
          </span>
          {Array.from({ length: lines }, (_, index) => (
            <Skeleton key={index} className={index === lines - 1 ? "ml-8 w-1/3" : "ml-8 w-3/4"} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A thread that could not be read says so in its own pane; the list goes on working. */
export function FailedThread({ code, onAgain, onBack }: { code: string; onAgain: () => void; onBack: () => void }) {
  const t = useTranslations("thread.failed");
  if (code === "not_found" || code === "invalid")
    return (
      <EmptyState title={t("notFound")} className="my-auto" actions={<Button onClick={onBack}>{t("toInbox")}</Button>}>
        {t("notFoundText")}
      </EmptyState>
    );
  const isSignedOut = code === "unauthenticated";
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("title")}
      className="my-auto"
      actions={
        isSignedOut ? (
          <a href={paths.signIn} className={buttonClass()}>
            {t("signIn")}
          </a>
        ) : (
          <Button onClick={onAgain}>{t("again")}</Button>
        )
      }
    >
      {t(isSignedOut ? "signedOut" : "text")}
    </EmptyState>
  );
}
