"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Minus, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { cn } from "@/components/ui/cn";
import { mailboxTestQuery, type TestStep } from "@/lib/queries/mailbox-test";
import { useDetailWords } from "./detail-words";

const SIDES = ["imap", "smtp"] as const;

/** The steps of a test while the worker walks them. */
export function MailboxTest({ testId }: { testId: string }) {
  const t = useTranslations("settings.mailboxes.testing");
  const router = useRouter();
  const { data, isError } = useQuery(mailboxTestQuery(testId));
  const isFinished = Boolean(data?.finishedAt);
  // The mailbox's own state was read by the page, and a finished test may have changed it.
  useEffect(() => {
    if (isFinished) router.refresh();
  }, [isFinished, router]);
  return (
    <section aria-label={t("title")} className="border-b border-line px-4 py-4">
      <h3 className="mb-2 text-12 text-text-3">{t("title")}</h3>
      <output className="sr-only">{data?.finishedAt ? t(data.passed ? "passed" : "failed") : t("running")}</output>
      {isError ? <p className="text-bad">{t("unreadable")}</p> : null}
      {!data && !isError ? <Skeleton className="w-2/3" /> : null}
      {SIDES.map((side) => (
        <ol key={side} aria-label={t(`side.${side}`)} className="mb-3 flex flex-col gap-2 last:mb-0">
          {data?.steps
            .filter((step) => step.side === side)
            .map((step) => (
              <Step key={step.step} step={step} />
            ))}
        </ol>
      ))}
    </section>
  );
}

function Step({ step }: { step: TestStep }) {
  const t = useTranslations("settings.mailboxes.testing");
  const isFailed = step.state === "failed";
  const failure = useFailureWords();
  const note = isFailed || step.state === "noted" ? failure(step) : step.detail;
  return (
    <li className="flex gap-2.5">
      <StepIcon state={step.state} />
      <div className="min-w-0">
        <p
          className={cn("font-medium", isFailed && "text-bad", step.state === "waiting" && "font-regular text-text-3")}
        >
          {t(`side.${step.side}`)}: {t(`step.${step.step}`)}
          <span className="sr-only">, {t(`stepState.${step.state}`)}</span>
        </p>
        {note || step.ms !== undefined ? (
          <p className="text-12 break-words text-text-3">
            {[note, step.ms === undefined ? null : t("ms", { ms: step.ms })].filter(Boolean).join(" · ")}
          </p>
        ) : null}
      </div>
    </li>
  );
}

function StepIcon({ state }: { state: TestStep["state"] }) {
  const shape = "mt-0.5 size-[15px] shrink-0 stroke-2";
  if (state === "passed") return <Check aria-hidden className={cn(shape, "text-good")} />;
  if (state === "failed") return <X aria-hidden className={cn(shape, "text-bad")} />;
  if (state === "noted") return <TriangleAlert aria-hidden className={cn(shape, "text-warn")} />;
  if (state === "running")
    return (
      <span className="mt-0.5 shrink-0 text-accent-text">
        <Spinner />
      </span>
    );
  return <Minus aria-hidden className={cn(shape, "text-text-3")} />;
}

/** Our word for the reason, then what is known of it. */
function useFailureWords(): (step: TestStep) => string {
  const t = useTranslations("settings.mailboxes.testing.reason");
  const detailWords = useDetailWords();
  return ({ reason, detail }) => {
    const key = (reason ?? "other") as "other";
    return [t(t.has(key) ? key : "other"), detail ? detailWords(detail) : null].filter(Boolean).join(" ");
  };
}
