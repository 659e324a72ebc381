import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMay } from "@/components/inbox/use-may";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import type { FollowUpCount } from "@/lib/domain/insights/insight-blocks";
import { insightQuery } from "@/lib/queries/insights";
import { BlockFailed, type BlockQuery } from "./block";
import { type Change, Changed } from "./changed";
import { useInsights } from "./insight-context";
import { OpenLink } from "./open-link";
import type { OpenFigure } from "./use-insight-address";
import { shareOf, useFigureWords } from "./use-figure-words";

/** The figures at the top, six for who plans and reviews, each with its change against the span before. */
export function Figures() {
  const mayPlan = useMay("plan.read");
  const mayReview = useMay("review.ask");
  return (
    <div className="grid grid-cols-2 border-b border-line sm:grid-cols-3 xl:grid-cols-6 [&>*]:border-line max-xl:[&>*]:border-b xl:[&>*+*]:border-l">
      <AnswersFigure />
      <WaitingFigure />
      <RepliesFigures />
      {mayPlan ? <FollowUpsFigure /> : null}
      {mayReview ? <ApprovalsFigure /> : null}
    </div>
  );
}

function AnswersFigure() {
  const t = useTranslations("insights");
  const words = useFigureWords();
  const { filters } = useInsights();
  const query = useQuery(insightQuery("answers", filters));
  return (
    <Figure label={t("figure.answers.label")} definition={t("figure.answers.definition")} query={query}>
      {({ now, before }) => ({
        value: words.workingTime(now.medianMs),
        unit: now.count === 0 ? undefined : t("figure.answers.unit"),
        opens: { figure: { block: "answers", key: "all" }, count: now.count },
        change: timeChange(now.medianMs, before.medianMs, words.workingTime),
        note:
          now.count === 0
            ? t("empty")
            : t("figure.answers.note", { p90: words.workingTime(now.p90Ms), count: now.count }),
      })}
    </Figure>
  );
}

function WaitingFigure() {
  const t = useTranslations("insights.figure.waiting");
  const words = useFigureWords();
  const { words: dates } = useViewer();
  const { filters } = useInsights();
  return (
    <Figure label={t("label")} definition={t("definition")} query={useQuery(insightQuery("waiting", filters))}>
      {({ count, oldest }) => ({
        value: words.number(count),
        unit: t("unit", { count }),
        opens: { figure: { block: "waiting", key: "all" }, count },
        change: null,
        note: oldest === null ? t("none") : t("oldest", { since: dates.precise(oldest) }),
      })}
    </Figure>
  );
}

function RepliesFigures() {
  const t = useTranslations("insights.figure");
  const changes = useTranslations("insights.change");
  const words = useFigureWords();
  const { filters } = useInsights();
  const query = useQuery(insightQuery("replies", filters));
  return (
    <>
      <Figure label={t("replies.label")} definition={t("replies.definition")} query={query}>
        {({ now, before }) => ({
          value: words.number(now.replies),
          opens: { figure: { block: "replies", key: "all" }, count: now.replies },
          change: numberChange(
            before.replies === 0 ? null : Math.round(shareOf(now.replies - before.replies, before.replies) * 100),
            (value) => changes("percent", { value: words.number(value) }),
          ),
          note: t("replies.note"),
        })}
      </Figure>
      <Figure label={t("positive.label")} definition={t("positive.definition")} query={query}>
        {({ now, before }) => ({
          value: words.number(now.positive),
          unit: words.percent(now.positive, now.replies),
          opens: { figure: { block: "replies", key: "positive" }, count: now.positive },
          change: pointChange([now.positive, now.replies], [before.positive, before.replies], (value) =>
            changes("points", { value: words.number(value) }),
          ),
        })}
      </Figure>
    </>
  );
}

function FollowUpsFigure() {
  const t = useTranslations("insights");
  const words = useFigureWords();
  const { filters } = useInsights();
  const due = ({ kept, missed }: FollowUpCount) => kept + missed;
  return (
    <Figure
      label={t("figure.followUps.label")}
      definition={t("figure.followUps.definition")}
      query={useQuery(insightQuery("followUps", filters))}
    >
      {({ now, before }) => ({
        value: due(now) === 0 ? t("duration.none") : words.percent(now.kept, due(now)),
        unit: due(now) === 0 ? undefined : t("of", { count: now.kept, total: due(now) }),
        opens: { figure: { block: "followUps", key: "kept" }, count: now.kept },
        change: pointChange([now.kept, due(now)], [before.kept, due(before)], (value) =>
          t("change.points", { value: words.number(value) }),
        ),
        note:
          due(now) === 0 ? (
            t("figure.followUps.none")
          ) : (
            <OpenLink
              figure={{ block: "followUps", key: "missed" }}
              count={now.missed}
              className="-my-1 inline-flex min-h-6 items-center"
            >
              {t("figure.followUps.note", { missed: now.missed })}
            </OpenLink>
          ),
      })}
    </Figure>
  );
}

function ApprovalsFigure() {
  const t = useTranslations("insights.figure");
  const words = useFigureWords();
  const { filters } = useInsights();
  return (
    <Figure
      label={t("approvals.label")}
      definition={t("approvals.definition")}
      query={useQuery(insightQuery("approvals", filters))}
    >
      {({ now, before }) => ({
        value: words.wallTime(now.medianMs),
        unit: now.count === 0 ? undefined : t("answers.unit"),
        opens: { figure: { block: "approvals", key: "all" }, count: now.count },
        change: timeChange(now.medianMs, before.medianMs, words.wallTime),
        note: now.count === 0 ? t("approvals.none") : t("approvals.note", { count: now.count }),
      })}
    </Figure>
  );
}

type Shown = {
  value: string;
  unit?: string | undefined;
  opens: { figure: OpenFigure; count: number };
  change: Change | null;
  note?: ReactNode;
};
type FigureProps<Data> = {
  label: string;
  definition: string;
  query: BlockQuery<Data>;
  children: (data: Data) => Shown;
};

function Figure<Data>({ label, definition, query, children }: FigureProps<Data>) {
  const shown = query.data === undefined ? null : children(query.data);
  return (
    <section aria-label={label} className="min-w-0 px-4 py-2.5">
      <h2 className="text-12 text-text-2" title={definition}>
        {label}
      </h2>
      <p className="sr-only">{definition}</p>
      {shown ? (
        <>
          <p className="flex flex-wrap items-baseline gap-x-1.5">
            <OpenLink {...shown.opens} className="text-20 font-strong tracking-display tabular-nums xl:text-28">
              {shown.value}
            </OpenLink>
            {shown.unit ? <span className="text-11 text-text-2">{shown.unit}</span> : null}
          </p>
          <p className="flex flex-wrap gap-x-2 text-11 text-text-2">
            {shown.change ? <Changed {...shown.change} /> : null}
            {shown.note ? <span className={cn(query.isPlaceholderData && "opacity-60")}>{shown.note}</span> : null}
          </p>
        </>
      ) : query.error ? (
        <BlockFailed error={query.error} onAgain={() => void query.refetch()} />
      ) : (
        <Skeleton className="mt-2 h-6 w-24" />
      )}
    </section>
  );
}

/** Shorter is better. */
function timeChange(now: number | null, before: number | null, words: (ms: number) => string): Change | null {
  if (now === null || before === null) return null;
  const minutes = Math.round((now - before) / 60_000);
  return { by: minutes, isBetter: minutes < 0, words: words(Math.abs(minutes) * 60_000) };
}

const numberChange = (by: number | null, words: (value: number) => string): Change | null =>
  by === null ? null : { by, isBetter: by > 0, words: words(Math.abs(by)) };

function pointChange(
  [part, whole]: [number, number],
  [formerPart, formerWhole]: [number, number],
  words: (value: number) => string,
): Change | null {
  if (whole === 0 || formerWhole === 0) return null;
  return numberChange(Math.round((shareOf(part, whole) - shareOf(formerPart, formerWhole)) * 1000) / 10, words);
}
