"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { makeFeed, revokeFeed } from "@/lib/actions/calendar-feeds";
import type { CalendarFeedView } from "@/lib/services/calendar-feeds/schemas";
import { calendarFeedPath } from "@/lib/url/paths";
import { answerOf } from "./answer-of";
import { ConfirmButton } from "./confirm-button";
import { useErrorWords } from "./error-words";
import { FormProblem } from "./form-problem";
import { ShownSecret } from "./shown-secret";
import { TimeAgo } from "./time-ago";

/** The member's schedule as an address for a calendar program: made, replaced, revoked; shown once. */
export function CalendarFeed({ feed }: { feed: CalendarFeedView | null }) {
  const t = useTranslations("feed.settings");
  const router = useRouter();
  const [address, setAddress] = useState<string | null>(null);
  const make = async () => {
    const result = await makeFeed({});
    if (result.ok) setAddress(new URL(calendarFeedPath(result.data.secret), window.location.origin).href);
    return result;
  };
  return (
    <section aria-labelledby="feed-title" className="flex flex-col gap-3">
      <h2 id="feed-title" className="text-16 font-strong tracking-tight">
        {t("title")}
      </h2>
      <p className="text-text-2">{t("text")}</p>
      <p className="text-text-2">{t("safe")}</p>
      {address ? (
        <ShownSecret title={t("shownOnce")} label={t("label")} secret={address} onTaken={() => setAddress(null)} />
      ) : null}
      {feed ? (
        <Standing
          feed={feed}
          make={make}
          onRevoked={() => {
            setAddress(null);
            router.refresh();
          }}
          onMade={() => router.refresh()}
        />
      ) : (
        <MakeFirst make={make} onMade={() => router.refresh()} />
      )}
    </section>
  );
}

type Make = { make: () => ReturnType<typeof makeFeed>; onMade: () => void };

function MakeFirst({ make, onMade }: Make) {
  const t = useTranslations("feed.settings");
  const words = useErrorWords();
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      const result = await answerOf(make());
      setProblem(result.ok ? undefined : words.ofError(result.error));
      if (result.ok) onMade();
    });
  return (
    <>
      <FormProblem>{problem}</FormProblem>
      <Button size="lg" pending={pending} onClick={run} className="self-start">
        {t("make")}
      </Button>
    </>
  );
}

/** When it was made and read, and its two ends. */
function Standing({ feed, make, onMade, onRevoked }: Make & { feed: CalendarFeedView; onRevoked: () => void }) {
  const t = useTranslations("feed.settings");
  return (
    <>
      <p className="text-text-2">
        {t.rich("made", { at: () => <TimeAgo at={feed.madeAt} />, read: () => <TimeAgo at={feed.lastReadAt} /> })}
      </p>
      <div className="-ml-2.5 flex flex-wrap gap-1">
        <ConfirmButton
          label={t("again")}
          title={t("againTitle")}
          text={t("againText")}
          confirm={t("againConfirm")}
          keep={t("keep")}
          act={make}
          onDone={onMade}
        />
        <ConfirmButton
          label={t("revoke")}
          title={t("revokeTitle")}
          text={t("revokeText")}
          confirm={t("revokeConfirm")}
          keep={t("keep")}
          act={() => revokeFeed({})}
          onDone={onRevoked}
        />
      </div>
    </>
  );
}
