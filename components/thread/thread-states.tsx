import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/url/paths";

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
